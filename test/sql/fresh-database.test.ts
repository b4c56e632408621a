import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { freshDatabase } from '../support/database.ts';

test('a test owns its database, and works in it as the ETL does', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  await sql`create table stage.mine (id int)`.execute(one.db);
  const { rows } = await sql<{ user: string; there: boolean }>`
    select current_user as user, to_regclass('stage.mine') is not null as there`.execute(two.db);
  expect(rows).toEqual([{ user: 'kith_etl', there: false }]);
  await Promise.all([one.drop(), two.drop()]);
});
