import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ComputedWeek } from '../compute/course.ts';
import type { Course } from '../compute/facts/course.ts';

/**
 * Keeps what a course's weeks say of saved cohorts. Run it in the transaction that stores the weeks.
 *
 * @param standing how many weeks before these stand as they are
 */
export async function storeCohortParts(
  db: Db,
  { institutionId, courseId }: Course,
  weeks: readonly ComputedWeek[],
  standing: number,
): Promise<void> {
  await sql`
    delete from insight.cohort_pool
    where institution_id = ${institutionId} and course_id = ${courseId} and week > ${standing}`.execute(db);
  const rows = weeks.flatMap(({ week: { week }, cohorts }) =>
    cohorts.map(({ cohortId, people, pools }) => ({ cohort_id: cohortId, week, people, pools })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into insight.cohort_pool (institution_id, course_id, cohort_id, week, people, pools)
    select ${institutionId}, ${courseId}, row.cohort_id, row.week, row.people, row.pools
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (cohort_id bigint, week smallint, people int, pools jsonb)`.execute(
    db,
  );
}
