import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const next = async (every: number | null, daily: string | null, zone: string, after: string) => {
  const { rows } = await sql<{ at: Date | null }>`
    select ops.next_run(${every}::integer, ${daily}::time, ${zone}, ${after}::timestamptz) as at`.execute(database.db);
  return rows[0]!.at?.toISOString() ?? null;
};

test('so many minutes later; never, where it runs only when told', async () => {
  expect(await next(90, null, 'UTC', '2026-03-01T10:00:00Z')).toBe('2026-03-01T11:30:00.000Z');
  expect(await next(null, null, 'UTC', '2026-03-01T10:00:00Z')).toBeNull();
});

test.each([
  // Before and after its hour of the same day, and exactly then.
  ['2026-01-15T05:00:00Z', '2026-01-15T05:30:00.000Z'],
  ['2026-01-15T06:00:00Z', '2026-01-16T05:30:00.000Z'],
  ['2026-01-15T05:30:00Z', '2026-01-16T05:30:00.000Z'],
  // The evening there is a day earlier or later than in UTC.
  ['2026-01-15T23:30:00Z', '2026-01-16T05:30:00.000Z'],
  // Summer time begins: the same time of day is an hour earlier in UTC.
  ['2026-03-28T12:00:00Z', '2026-03-29T04:30:00.000Z'],
  ['2026-10-24T12:00:00Z', '2026-10-25T05:30:00.000Z'],
])('every day at half past six in Madrid, after %s', async (after, expected) => {
  expect(await next(null, '06:30', 'Europe/Madrid', after)).toBe(expected);
});

test('a time of day that the clocks skip or have twice comes once', async () => {
  expect(await next(null, '02:30', 'Europe/Madrid', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
  const first = await next(null, '02:30', 'Europe/Madrid', '2026-10-24T12:00:00Z');
  expect(await next(null, '02:30', 'Europe/Madrid', first!)).toBe('2026-10-26T01:30:00.000Z');
});
