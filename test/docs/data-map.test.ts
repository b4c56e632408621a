import { dataMapOf, type MappedSchema, type MappedTable } from '@kith/sql/data-map.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let map: readonly MappedSchema[];

beforeAll(async () => {
  database = await freshDatabase();
  map = await dataMapOf(database.ownerUrl);
});
afterAll(() => database.drop());

test('the map says who reads what, and whether every row', () => {
  expect(table('core', 'post').readers).toEqual([
    { login: 'kith_etl', rows: 'all' },
    { login: 'kith_app', rows: 'some' },
  ]);
  expect(table('core', 'verb').readers).toEqual(
    ['kith_etl', 'kith_app', 'kith_research'].map((login) => ({ login, rows: 'all' })),
  );
  expect(table('core', 'post').writers).toEqual(['kith_etl']);
});

test('research reads no names', () => {
  const identity = map.find(({ name }) => name === 'identity')!;
  expect(identity.tables.length).toBeGreaterThan(0);
  expect(identity.tables.flatMap(({ readers }) => readers.map(({ login }) => login))).not.toContain('kith_research');
});

test('partitions and the tables of running loads are left out', () => {
  expect(map.map(({ name }) => name)).toEqual(['care', 'core', 'identity', 'insight', 'jobs', 'ops']);
  expect(map.flatMap(({ tables }) => tables).filter(({ name }) => /_\d{4}_\d{2}$|_default$/.test(name))).toEqual([]);
});

test('a function that sees more than its caller says what it does and is not open to all', () => {
  const functions = map.flatMap((schema) => schema.functions);
  expect(functions.map(({ name }) => name)).toContain('whoami(session_token bytea)');
  expect(functions.filter(({ comment }) => comment === '')).toEqual([]);
  expect(functions.filter(({ callers }) => callers.includes('kith_research'))).toEqual([]);
});

function table(schema: string, name: string): MappedTable {
  return map.find((each) => each.name === schema)!.tables.find((each) => each.name === name)!;
}
