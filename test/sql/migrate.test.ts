import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { administer } from '@kith/sql/databases.ts';
import { migrate, pendingMigrations } from '@kith/sql/migrate.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { emptyDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeEach(async () => {
  [temporary, database] = await Promise.all([temporaryFolder(), emptyDatabase()]);
});
afterEach(() => Promise.all([temporary.remove(), database.drop()]));

const file = (name: string, sql: string) => writeFile(path.join(temporary.folder, name), sql);
const run = () => migrate(database.url, temporary.folder);
const pending = () => pendingMigrations(database.url, temporary.folder);
const tables = () =>
  administer(database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    return rows.map(({ name }) => name);
  });

test('files are applied once, in the order of their names', async () => {
  await file('0002_b.sql', 'alter table a add column x int; create table b (id int);');
  await file('0001_a.sql', 'create table a (id int);');
  await file('notes.md', 'not SQL');
  expect(await pending()).toEqual(['0001_a.sql', '0002_b.sql']);
  expect(await run()).toEqual(['0001_a.sql', '0002_b.sql']);
  expect(await run()).toEqual([]);
  expect(await pending()).toEqual([]);
  await file('0003_c.sql', 'create table c (id int)');
  expect(await run()).toEqual(['0003_c.sql']);
  expect(await tables()).toEqual(['a', 'b', 'c']);
});

test('commands that migrate at once wait for each other', async () => {
  await file('0001_a.sql', 'create table a (id int); select pg_sleep(0.2);');
  const applied = await Promise.all([run(), run(), run()]);
  expect(applied.flat()).toEqual(['0001_a.sql']);
});

test('an applied file that changed is refused by name, and nothing after it is applied', async () => {
  await file('0001_a.sql', 'create table a (id int);\n');
  await run();
  await file('0001_a.sql', 'create table a (id int);\r\n'); // git may change the ends of lines
  expect(await run()).toEqual([]);
  await file('0001_a.sql', 'create table a (id bigint);\n');
  await file('0002_b.sql', 'create table b (id int);');
  await expect(run()).rejects.toThrow(/^0001_a\.sql has changed since it was applied .* new migration\.$/);
  expect(await tables()).toEqual(['a']);
});

test('a database made by a newer Kith is refused', async () => {
  await file('0001_a.sql', 'create table a (id int);');
  await run();
  await rm(path.join(temporary.folder, '0001_a.sql'));
  await expect(run()).rejects.toThrow('This database has had 0001_a.sql, which this Kith does not have.');
});

test('a file that fails names the statement and the line of the mistake, and leaves nothing of itself', async () => {
  await file('0001_a.sql', 'create table a (id int);');
  await file('0002_b.sql', '-- first\ncreate table b (id int);\n\ncreate table c (\n  id int,\n  other wrong_type\n);');
  await expect(run()).rejects.toThrow('0002_b.sql, statement 2 (line 6): type "wrong_type" does not exist');
  expect(await tables()).toEqual(['a']);
  expect(await pending()).toEqual(['0002_b.sql']);
});
