import { places } from '@kith/etl/rights/places.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Changed only by a function of its own. */
const elsewhere = ['ops.access_log.person_id', 'ops.access_log.subject_person_ids'];

test('every column that names a person or account has a fate when they are erased', async () => {
  const { rows } = await sql<{ place: string }>`
    select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) as place
    from information_schema.columns as c
      join information_schema.tables as t using (table_schema, table_name)
    where c.table_schema in ('core', 'identity', 'insight', 'care', 'ops') and t.table_type = 'BASE TABLE'
      and c.table_name !~ '^activity_' and c.data_type in ('bigint', 'ARRAY')
      and c.column_name ~ '(person|account|learner|author|owner|mentor|mentee|viewer|instructor|staff|reader)_ids?$|_by$'`.execute(
    database.owner,
  );
  const known = places.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`));
  expect(rows.map(({ place }) => place).sort()).toEqual([...known, ...elsewhere].sort());
});
