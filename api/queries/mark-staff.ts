import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Marks people as teachers of a course; only whoever may see its learners can. Answers how many were marked. */
export async function markStaff(db: Db, courseId: number, personIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{
    marked: number;
  }>`select ops.mark_staff(${courseId}, ${[...personIds]}) as marked`.execute(db);
  return rows[0]?.marked ?? 0;
}
