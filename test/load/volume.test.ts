import type { RecordInput } from '@kith/etl/records/record.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadGiven } from './given.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
});
afterAll(() => database.drop());

const views = (load: number, rows: number): RecordInput[] =>
  Array.from({ length: rows }, (_, row) => ({
    type: 'activity',
    key: `${load} ${row}`,
    course: 'c',
    person: `p${row % 7}`,
    verb: 'viewed',
    at: `2026-03-0${(load % 7) + 2}T10:00:00Z`,
  }));

test('a load far outside the history of its source waits, and says by how much', async () => {
  for (let load = 1; load <= 5; load++) {
    expect(await loadRecords(database.db, institutionId, views(load, 250))).toMatchObject({ state: 'visible' });
  }
  const small = await loadRecords(database.db, institutionId, views(6, 3));
  expect(small, 'what is only new may be little on any day').toMatchObject({ state: 'visible' });
  const usual = await loadRecords(database.db, institutionId, views(7, 26));
  expect(usual, 'a tenth is not far').toMatchObject({ state: 'visible' });
  const much = await loadRecords(database.db, institutionId, views(8, 2501));
  expect(much.message).toMatch(/far more than ever/);
});

test('a new source has no history, and another source’s is not its own', async () => {
  expect(await loadRecords(database.db, institutionId, views(9, 3), 'other')).toMatchObject({ state: 'visible' });
});

test('the run says which courses it changed and how new it is', async () => {
  const run = await database.db
    .selectFrom('ops.run')
    .select(['courseIds', 'newestAt'])
    .where('state', '=', 'visible')
    .orderBy('runId')
    .executeTakeFirstOrThrow();
  expect(run.courseIds).toHaveLength(1);
  expect(run.newestAt).toEqual(new Date('2026-03-03T10:00:00Z'));
  const fresh = await database.db.selectFrom('ops.courseSource').selectAll().execute();
  expect(fresh).toMatchObject([
    { newestAt: new Date('2026-03-08T10:00:00Z') },
    { newestAt: new Date('2026-03-04T10:00:00Z') },
  ]);
});

test('a whole export with a tenth of the usual rows waits', async () => {
  const whole = (load: number, rows: number) =>
    loadGiven(database.db, institutionId, { records: views(load, rows), mode: 'full', source: 'whole' });
  for (let load = 1; load <= 5; load++) expect(await whole(1, 250)).toMatchObject({ state: 'visible' });
  const half = await whole(2, 24);
  expect(half).toMatchObject({ state: 'staged', read: 24 });
});
