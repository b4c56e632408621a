import { sql } from 'kysely';

import { quietDays } from '../../compute/quiet-end.ts';
import type { Merge } from './merge.ts';

type Seen = Pick<Merge, 'db' | 'institutionId' | 'visibleAt'>;

/**
 * Queues the course-weeks that the load touched, by the Monday of the week in the course's zone: for what happened, the
 * week it happened in; for what lasts, every week from its start to now or the end of the course.
 */
export async function queueWeeks(merge: Seen): Promise<void> {
  const { db, institutionId, visibleAt } = merge;
  await lastTraces(merge);
  await sql`
    insert into ops.dirty_week (institution_id, course_id, week_start, since)
    select distinct ${institutionId}::bigint, touched.course_id, week.start::date, ${visibleAt}::timestamptz
    from (
      select t.course_id, t.open, (t.at at time zone l.zone)::date as day, l.starts_on, l.last_on
      from load_touch as t join load_last as l on l.course_id = t.course_id
    ) as touched,
      lateral (
        select date_trunc('week', touched.day)::date as start where not touched.open
        union all
        select generate_series(
          date_trunc('week', greatest(touched.day, touched.starts_on)), touched.last_on, interval '7 days')::date
        where touched.open and coalesce(touched.day, touched.starts_on) is not null
      ) as week
    on conflict (institution_id, course_id, week_start) do update set since = ops.dirty_week.since`.execute(db);
}

/** Leaves `load_last`: zone, first and last day of the touched courses, as far as the numbers go. */
async function lastTraces({ db, institutionId, visibleAt }: Seen): Promise<void> {
  await sql`
    create temporary table load_last on commit drop as
    select c.course_id, place.zone, c.starts_on,
      least((${visibleAt}::timestamptz at time zone place.zone)::date,
        coalesce(c.ends_on, (last.at at time zone place.zone)::date + ${quietDays}::integer)) as last_on
    from load_touched_course as t
      join core.course as c on c.institution_id = ${institutionId} and c.course_id = t.course_id
      join core.institution as i on i.institution_id = c.institution_id,
      lateral (select coalesce(c.timezone, i.timezone) as zone) as place,
      lateral (
        select greatest(
          (select max(k.occurred_at) from core.record as k
           where k.institution_id = ${institutionId} and k.course_id = c.course_id and not k.is_deleted),
          (select max(a.occurred_at) from core.activity as a
           where a.institution_id = ${institutionId} and a.course_id = c.course_id)) as at
      ) as last
    where c.kind <> 'unassigned'`.execute(db);
}
