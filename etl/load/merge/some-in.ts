import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/**
 * Whether one of the merge's own tables holds anything. Asked before a step that joins it with large tables: the planner
 * takes a new table for a thousand rows, and reads all of the large one to find nothing.
 */
export async function someIn(db: Db, table: `load_${string}` | `staged_${string}`): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
  return rows.length > 0;
}
