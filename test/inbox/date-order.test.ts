import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { setDateOrder } from '@kith/etl/inbox/watched-folder.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { changeSource } from '@kith/etl/organisation/sources.ts';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { watchedPlace } from './watched.ts';

/** A report of a meeting on the ninth of October, or the tenth of September. */
const report = path.resolve(
  import.meta.dirname,
  '../fixtures/connectors/meeting-report/ambiguous-date-order/input.csv',
);

let database: FreshDatabase;
let institutionId: number;
let here: Awaited<ReturnType<typeof watchedPlace>>;
beforeEach(async () => {
  database = await freshDatabase();
  const institution = await makeInstitution(database.db, { key: 'uni', title: 'U', timezone: 'UTC' });
  ({ institutionId } = institution);
  here = await watchedPlace(database, institution);
  await changeSource(database.db, institutionId, 'moodle', { timezone: 'Europe/Vienna', settings: {} });
});
afterEach(async () => {
  await here.remove();
  await database.drop();
});

const starts = async (): Promise<string[]> => {
  const { rows } = await sql<{ day: string }>`
    select to_char(occurred_at at time zone 'utc', 'YYYY-MM-DD') as day from core.known_session`.execute(
    database.owner,
  );
  return rows.map(({ day }) => day);
};

test('dates that could be two are refused, and the words beside the file say where the order is told', async () => {
  await here.drop('report.csv', await readFile(report));
  expect(await here.run()).toMatchObject({ taken: 0, refused: 1 });
  const why = await here.why('report.csv.why.txt');
  expect(why).toContain('kith source set "moodle" --date-order dmy');
  expect(why).not.toContain('Say --date-order');
});

test.each([
  ['dmy', '2026-10-09'],
  ['mdy', '2026-09-10'],
] as const)('%s: the same file is read as it was told, and says %s', async (order, day) => {
  await here.drop('report.csv', await readFile(report));
  expect(await here.run()).toMatchObject({ refused: 1 });
  expect(await setDateOrder(database.db, institutionId, here.sourceId, order)).toBe(true);
  await here.drop('report.csv', await readFile(report));
  expect(await here.run()).toMatchObject({ taken: 1, refused: 0 });
  expect(await starts()).toEqual([day]);
});

test('a source that is no watched folder takes no order', async () => {
  expect(await setDateOrder(database.db, institutionId, 999, 'dmy')).toBe(false);
});
