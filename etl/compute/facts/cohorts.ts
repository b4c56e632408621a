import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** Somebody of a course on whom the figures of a saved cohort rest. */
export interface CohortMember {
  readonly cohortId: number;
  readonly personId: number;
}

/** In the order of cohorts; those that were put away are followed no more. */
export async function readCohorts(db: Db, { institutionId, courseId }: Course): Promise<readonly CohortMember[]> {
  const { rows } = await sql<CohortMember>`
    select distinct member.cohort_id, member.person_id
    from insight.cohort_member as member
    join insight.cohort as cohort
      on cohort.institution_id = member.institution_id and cohort.cohort_id = member.cohort_id and cohort.ended_at is null
    where member.institution_id = ${institutionId} and member.course_id = ${courseId} and member.counted
    order by member.cohort_id, member.person_id`.execute(db);
  return rows;
}
