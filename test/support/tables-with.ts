import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** Tables in which a text stands, in any column of any row, sorted. Reads everything: as the owner, who sees everything. */
export async function tablesWith(owner: Db, schemas: readonly string[], word: string): Promise<string[]> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema = any (${[...schemas]}::text[]) and table_type = 'BASE TABLE'`.execute(owner);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql`
      select from ${sql.table(`${schema}.${name}`)} as t where t::text ilike ${`%${word}%`} limit 1`.execute(owner);
    if (rows.length > 0) found.push(`${schema}.${name}`);
  }
  return found.sort();
}
