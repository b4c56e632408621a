import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ApprovedExport } from './approved-export.ts';
import { pseudonymOf, type ExportKey } from './pseudonyms.ts';

export interface ExportedCourse {
  readonly courseId: number;
  readonly pseudonym: string;
}

/**
 * Courses below the node that had a closed week by then, in the order of their pseudonyms, and how many were left out
 * because too few learners are in them.
 */
export async function exportedCourses(
  db: Db,
  { institutionId, unitId, minLearners, asOf }: ApprovedExport,
  key: ExportKey,
): Promise<{ courses: ExportedCourse[]; tooFew: number }> {
  const { rows } = await sql<{ courseId: number; learners: number }>`
    select placed.course_id, (
      select count(*)::int from core.included_learner as one
      where one.institution_id = placed.institution_id and one.course_id = placed.course_id) as learners
    from insight.unit_course as placed
    where placed.institution_id = ${institutionId} and placed.unit_id = ${unitId}
      and exists (
        select from insight.course_week as week
        where week.institution_id = placed.institution_id and week.course_id = placed.course_id and week.as_of <= ${asOf})`.execute(
    db,
  );
  const courses = rows
    .filter(({ learners }) => learners >= minLearners)
    .map(({ courseId }) => ({ courseId, pseudonym: pseudonymOf(key, 'course', courseId) }))
    .sort((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1));
  return { courses, tooFew: rows.length - courses.length };
}
