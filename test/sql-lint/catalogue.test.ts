import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

/** What the rules over the texts cannot see: how the tables stand in the end, after all migrations. */
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const own = ['identity', 'core', 'insight', 'care', 'ops', 'stage'];

/** Tables of Kith's schemas; a partition is its parent's affair. */
const tables = sql<{ id: number; name: string }>`
  select c.oid as id, n.nspname || '.' || c.relname as name
  from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
  where n.nspname = any (${own}) and c.relkind in ('r', 'p') and not c.relispartition`;

async function named(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(database.owner);
  return rows.map(({ name }) => name).sort();
}

test('there are tables to look at', async () => {
  expect(await named(tables)).toContain('core.post');
});

test('every table and every view says what it holds', async () => {
  const silent = sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = any (${own}) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and obj_description(c.oid, 'pg_class') is null`;
  expect(await named(silent)).toEqual([]);
});

test('every column of a table says what it holds', async () => {
  const silent = sql<{ name: string }>`
    select t.name || '.' || a.attname as name
    from (${tables}) as t join pg_attribute as a on a.attrelid = t.id
    where a.attnum > 0 and not a.attisdropped and col_description(t.id, a.attnum) is null`;
  expect(await named(silent)).toEqual([]);
});

test('every table of people or their doings is closed until a policy opens it, for its owner too', async () => {
  const open = sql<{ name: string }>`
    select t.name from (${tables}) as t join pg_class as c on c.oid = t.id
    where exists (select from pg_attribute where attrelid = t.id and attname = 'institution_id')
      and split_part(t.name, '.', 1) in ('identity', 'core', 'insight', 'care')
      and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(await named(open)).toEqual([]);
});

test('a partition is granted to nobody, so that every read goes through its parent’s policies', async () => {
  const granted = sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class as c
    where c.relispartition and exists (
      select from aclexplode(c.relacl) as acl where acl.grantee <> c.relowner
    )`;
  expect(await named(granted)).toEqual([]);
});

test('every table has a primary key that begins with its tenant', async () => {
  const wrong = sql<{ name: string }>`
    select t.name from (${tables}) as t
      left join pg_index as i on i.indrelid = t.id and i.indisprimary
      left join pg_attribute as lead on lead.attrelid = t.id and lead.attnum = i.indkey[0]
    where i.indexrelid is null or (lead.attname <> 'institution_id' and exists (
      select from pg_attribute where attrelid = t.id and attname = 'institution_id'
    ))`;
  expect(await named(wrong)).toEqual([]);
});

test('a table without a tenant is a reference table of sql/citus.sql, or local: the list of migrations', async () => {
  const tenantless = sql<{ name: string }>`
    select t.name from (${tables}) as t
    where not exists (select from pg_attribute where attrelid = t.id and attname = 'institution_id')`;
  const citus = await readFile(path.join(import.meta.dirname, '../../sql/citus.sql'), 'utf8');
  const reference = /array\[([^\]]+)\]::regclass\[\]/.exec(citus)?.[1]?.match(/[a-z_]+\.[a-z_]+/g) ?? [];
  expect(reference).toContain('core.institution');
  const listed = ['ops.migration', ...reference];
  expect((await named(tenantless)).filter((name) => !listed.includes(name))).toEqual([]);
});

test('no triggers of our own, nothing unlogged, nothing in public', async () => {
  const wrong = sql<{ name: string }>`
    select 'trigger ' || tgname as name from pg_trigger where not tgisinternal
    union all
    select 'unlogged ' || c.relname from pg_class as c where c.relpersistence = 'u'
    union all
    select 'public ' || c.relname from pg_class as c where c.relnamespace = 'public'::regnamespace`;
  expect(await named(wrong)).toEqual([]);
});
