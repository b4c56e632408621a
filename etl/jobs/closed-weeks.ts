import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/**
 * Queues the courses in which a week has closed since they were computed, each by its own clock: nobody loads anything
 * at midnight on Sunday, and on Monday morning the new week is to be there. Only courses that still went on when they
 * were last computed; where one begins again, a load says so. Answers the institutions that have something to do.
 */
export async function queueClosedWeeks(db: Db, now: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ institutionId: number }>`
    with
    clock as (
      select
        course.institution_id, course.course_id, course.starts_on, course.ends_on,
        date_trunc('week', ${now}::timestamptz at time zone place.zone)::date as monday,
        date_trunc('week', done.computed_at at time zone place.zone)::date as monday_then,
        done.weeks
      from core.course as course
      join core.institution as institution on institution.institution_id = course.institution_id
      join insight.computation as done
        on done.institution_id = course.institution_id and done.course_id = course.course_id
      cross join lateral (select coalesce(course.timezone, institution.timezone) as zone) as place
      where course.starts_on is not null and course.kind in ('course', 'section', 'micro')
    ),
    queued as (
      insert into ops.dirty_week (institution_id, course_id, week_start, since)
      select institution_id, course_id, monday - 7, ${now}::timestamptz
      from clock
      where monday > monday_then and starts_on < monday
        and (ends_on is null or ends_on >= monday_then)
        -- A course that was over then has fewer weeks than have passed since its start.
        and weeks >= (monday_then - date_trunc('week', starts_on::timestamp)::date) / 7
      on conflict (institution_id, course_id, week_start) do update set since = ops.dirty_week.since
      returning institution_id
    )
    select distinct institution_id from queued order by institution_id`.execute(db);
  return rows.map(({ institutionId }) => institutionId);
}
