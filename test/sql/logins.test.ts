import { administer } from '@kith/sql/databases.ts';
import { roles, type Role } from '@kith/sql/environment.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.owner
    .insertInto('core.institution')
    .values({ key: 'home', title: 'Home', timezone: 'UTC', createdAt: new Date() })
    .execute();
});
afterAll(() => database.drop());

const as = <T extends object>(role: Role | 'owner', sql: string, values: unknown[] = []) =>
  administer(
    role === 'owner' ? database.ownerUrl : database.urls[role],
    async (client) => (await client.query<T>(sql, values)).rows,
  );

const denied = { code: '42501' };

describe.each(roles)('%s', (role) => {
  test('is nobody special, and owns nothing that holds facts', async () => {
    const [power] = await as(
      role,
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = current_user`,
    );
    expect(Object.values(power ?? {})).toEqual([false, false, false, false, false]);
    const owned = await as(
      role,
      `
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relowner = current_user::regrole and n.nspname in ('identity', 'core', 'insight', 'care', 'ops')`,
    );
    expect(owned).toEqual([]);
  });

  test('cannot make tables among the facts, become another, or drop what is there', async () => {
    for (const schema of ['public', 'identity', 'core', 'insight', 'care', 'ops']) {
      await expect(as(role, `create table ${schema}.mine (id int)`)).rejects.toMatchObject(denied);
    }
    await expect(as(role, 'drop table core.institution')).rejects.toMatchObject(denied);
    await expect(as(role, `set role kith_${role === 'etl' ? 'app' : 'etl'}`)).rejects.toMatchObject(denied);
    await expect(as(role, `copy core.institution to program 'id'`)).rejects.toMatchObject(denied);
    await expect(as(role, `select pg_read_file('postgresql.conf')`)).rejects.toMatchObject(denied);
  });

  test('cannot read what signs the owner in, or say that a migration was done', async () => {
    await expect(as(role, 'select rolpassword from pg_authid')).rejects.toMatchObject(denied);
    await expect(as(role, `insert into ops.migration values ('9999', '', now())`)).rejects.toMatchObject(denied);
  });
});

test('research and the job queue have no way to names', async () => {
  for (const role of ['research', 'jobs'] as const) {
    await expect(as(role, 'select * from identity.person')).rejects.toMatchObject(denied);
    const [reach] = await as(
      role,
      `select has_schema_privilege('identity', 'usage') as names, has_schema_privilege('care', 'usage') as notes`,
    );
    expect(reach).toEqual({ names: false, notes: false });
  }
});

test('the app sees no row of any table before somebody has signed in, and writes no fact', async () => {
  expect(await as('etl', 'select key from core.institution')).toHaveLength(1);
  expect(await as('app', 'select key from core.institution')).toEqual([]);
  await expect(as('app', 'delete from core.institution')).rejects.toMatchObject(denied);
});

test('row-level security is forced on every table of a tenant, so that not even its owner passes by', async () => {
  const unguarded = await as(
    'owner',
    `
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('identity', 'core', 'insight', 'care', 'ops') and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped)
      and not (c.relrowsecurity and c.relforcerowsecurity)
    order by 1`,
  );
  expect(unguarded).toEqual([]);
});
