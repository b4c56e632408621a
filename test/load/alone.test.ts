import { alone } from '@kith/etl/load/alone.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a name is free for the next one as soon as its work is done, or has failed', async () => {
  for (const work of [() => Promise.resolve('done'), () => Promise.reject(new Error('failed'))]) {
    // A server that gets no processor for a while hears late that a connection is closed.
    const before = alone(database.db, 'one thing', async () => {
      const { rows } = await sql<{ pid: number }>`
        select pid from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(
        database.db,
      );
      const [{ pid }] = rows as [{ pid: number }];
      process.kill(pid, 'SIGSTOP');
      setTimeout(() => process.kill(pid, 'SIGCONT'), 200);
      return work();
    });
    await before.catch(() => undefined);
    expect(await alone(database.db, 'one thing', () => Promise.resolve('next'))).toBe('next');
  }
});

test('while one is at it, another does not begin; another name does', async () => {
  const inside = await alone(database.db, 'one thing', async () => [
    await alone(database.db, 'one thing', () => Promise.resolve('begun')),
    await alone(database.db, 'another', () => Promise.resolve('begun')),
  ]);
  expect(inside).toEqual([undefined, 'begun']);
});
