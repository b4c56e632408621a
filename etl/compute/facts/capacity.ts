import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** How many people the staff of the course said they can reach out to in a week; null: they said nothing. */
export async function readAlertCapacity(db: Db, course: Course): Promise<number | null> {
  const { rows } = await sql<{ capacity: number | null }>`
    select (settings ->> 'alertCapacity')::int as capacity
    from core.course
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}`.execute(db);
  return rows[0]?.capacity ?? null;
}
