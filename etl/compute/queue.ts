import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './facts/course.ts';

/** Kinds of courses that have weeks. */
const kinds = sql`('course', 'section', 'micro')`;

/**
 * Courses with a start: those named, else those with queued weeks, else with `all` every one. Of a course whose learners
 * retention has removed, the stored weeks are all there is: it is never computed again, and nothing of it waits. Nor does
 * anything of a programme or of the course "unassigned", which have no weeks of their own. The largest come first: begun
 * last, a lecture of a thousand would keep one process at work long after the others are done.
 */
export async function coursesToCompute(
  db: Db,
  institutionId: number,
  options: { readonly courseIds?: readonly number[]; readonly all?: boolean },
): Promise<readonly Course[]> {
  const only = options.courseIds === undefined ? null : [...options.courseIds];
  await sql`
    delete from ops.dirty_week as dirty using core.course as course
    where dirty.institution_id = ${institutionId} and course.institution_id = dirty.institution_id
      and course.course_id = dirty.course_id
      and (course.forgotten_at is not null or course.kind not in ${kinds})`.execute(db);
  const { rows } = await sql<Course>`
    select course.institution_id, course.course_id, course.starts_on, course.ends_on,
      coalesce(course.timezone, institution.timezone) as timezone
    from core.course as course
    join core.institution as institution on institution.institution_id = course.institution_id
    where course.institution_id = ${institutionId}
      and course.kind in ${kinds}
      and course.starts_on is not null and course.forgotten_at is null
      and (${only}::bigint[] is null or course.course_id = any (${only}::bigint[]))
      and (
        ${options.all === true || only !== null}
        or exists (
          select from ops.dirty_week as dirty
          where dirty.institution_id = course.institution_id and dirty.course_id = course.course_id
        )
      )
    order by (
      select count(*) from core.participant as one
      where one.institution_id = course.institution_id and one.course_id = course.course_id
    ) desc, course.course_id`.execute(db);
  return rows;
}

/**
 * Takes the weeks of a course out of the queue, in the transaction that computes them. Rows that a load is just writing
 * anew are left: it knows facts that this transaction does not see, and its row makes sure that they are computed.
 */
export async function takeWeeks(db: Db, { institutionId, courseId }: Course): Promise<void> {
  await sql`
    delete from ops.dirty_week
    where institution_id = ${institutionId} and course_id = ${courseId}
      and week_start = any (array (
        select week_start from ops.dirty_week
        where institution_id = ${institutionId} and course_id = ${courseId}
        for update skip locked
      ))`.execute(db);
}

export async function noteFailure(
  db: Db,
  { institutionId, courseId }: { readonly institutionId: number; readonly courseId: number },
  message: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into insight.computation (institution_id, course_id, computed_at, through_run_id, weeks, error)
    values (${institutionId}, ${courseId}, ${now}, null, 0, ${message})
    on conflict (institution_id, course_id) do update set error = excluded.error`.execute(db);
}
