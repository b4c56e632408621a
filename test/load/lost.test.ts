import { findLost } from '@kith/etl/load/lost.ts';
import { runLines } from '@kith/etl/organisation/runs.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution, loadGiven } from './given.ts';
import { many } from './many.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await institution(database.db);
});
afterAll(() => database.drop());

const states = async () => (await runLines(database.db, institutionId, 20)).map(({ state }) => state);
const stages = async (): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from pg_tables where schemaname = 'stage'`.execute(
      database.owner,
    )
  ).rows[0]!.n;
const items = many;
const cutOff = (source: string) =>
  expect(
    loadGiven(database.db, institutionId, { source, items, mode: 'delta', signal: AbortSignal.abort() }),
  ).rejects.toThrow('stopped');

test('a load whose process is gone says so, and the same files go on with it', async () => {
  await cutOff('given');
  expect(await states()).toEqual(['loading']);
  expect(await findLost(database.db)).toBe(1);
  expect(await states()).toEqual(['cut off']);
  expect(await findLost(database.db), 'it is told once').toBe(0);
  const report = await loadGiven(database.db, institutionId, { items, mode: 'delta' });
  expect(report).toMatchObject({ state: 'visible', resumed: true });
  expect(await states()).toEqual(['visible']);
  expect(await stages()).toBe(0);
});

test('a load at work is left alone', async () => {
  let found: number | undefined;
  await loadGiven(database.db, institutionId, {
    source: 'busy',
    items,
    mode: 'delta',
    onRun: () => {
      void findLost(database.db).then((n) => (found = n));
    },
  });
  await expect.poll(() => found, { timeout: 60_000 }).toBe(0);
});

test('what nobody goes on with for a week is dropped, with its rows', async () => {
  await cutOff('forgotten');
  await findLost(database.db);
  expect(await stages()).toBeGreaterThan(0);
  await sql`update ops.run set cut_off_at = now() - interval '8 days' where state = 'loading'`.execute(database.db);
  expect(await findLost(database.db)).toBe(1);
  expect((await states())[0]).toBe('dropped');
  expect(await stages()).toBe(0);
});
