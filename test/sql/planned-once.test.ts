import { connect, within, type Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { emptyDatabase } from '../support/database.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let db: Db;
beforeAll(async () => {
  database = await emptyDatabase();
  db = connect(database.url, { max: 1, prepared: true });
  await sql`create table item (item_id int primary key, title text)`.execute(db);
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const kept = async () =>
  (
    await sql<{ statement: string; plans: number }>`
    select statement, (generic_plans + custom_plans)::int as plans from pg_prepared_statements
    where statement like '%item%' and statement not like '%pg_prepared%'
    order by prepare_time`.execute(db)
  ).rows;

test('a statement is kept with the connection, whatever its values; settings and transactions are not', async () => {
  for (let id = 1; id <= 8; id++) {
    await within(db, { 'kith.person': String(id) }, (tx) =>
      sql`insert into item (item_id, title) values (${id}, ${`no. ${id}`})`.execute(tx),
    );
  }
  const titles = async (id: number) =>
    (await sql<{ title: string }>`select title from item where item_id = ${id}`.execute(db)).rows[0]?.title;
  for (let id = 1; id <= 8; id++) expect(await titles(id)).toBe(`no. ${id}`);
  expect(await kept()).toEqual([
    { statement: 'insert into item (item_id, title) values ($1, $2)', plans: 8 },
    { statement: 'select title from item where item_id = $1', plans: 8 },
  ]);
});

test('two statements in one string go as they are', async () => {
  await sql`select 1 from item; select 2 from item`.execute(db);
  expect((await kept()).map(({ statement }) => statement)).not.toContain('select 1 from item; select 2 from item');
});

test('after a change of its columns a statement fails once at most, and its connection is replaced', async () => {
  const all = () => sql`select * from item where item_id = ${1}`.execute(db);
  expect((await all()).rows).toEqual([{ itemId: 1, title: 'no. 1' }]);
  await sql`alter table item add column note text`.execute(db);
  await expect(all()).rejects.toThrow('cached plan must not change result type');
  expect((await all()).rows).toEqual([{ itemId: 1, title: 'no. 1', note: null }]);
});
