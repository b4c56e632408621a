import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** What the end of a course brings, for every institution (`ops.roll_over`). Twice is as good as once. */
export async function rollOver(db: Db): Promise<void> {
  await sql`select ops.roll_over(institution_id) from core.institution`.execute(db);
}
