import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { smallCourse } from '../support/small-course.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('the planner knows how many facts there are when they are computed for the first time', async () => {
  const { db } = database;
  const institutionId = await makeInstitution(db);
  await loadRecords(db, institutionId, smallCourse({ weeks: 6 }));
  await compute(db, institutionId, { now: new Date('2026-03-01T00:00:00Z') });
  expect(await known()).toEqual({ account: 11, activity: 60, post: 120 });
  // Nothing has grown since but what was computed, and its size only now is seen.
  await sql`select ops.refresh_statistics()`.execute(db);
  const { rows } = await sql<{ again: number }>`select ops.refresh_statistics() as again`.execute(db);
  expect(rows).toEqual([{ again: 0 }]);
});

async function known(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname as name, reltuples::integer as rows from pg_class
    where oid in ('core.post'::regclass, 'core.activity'::regclass, 'core.account'::regclass)
    order by relname`.execute(database.owner);
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
