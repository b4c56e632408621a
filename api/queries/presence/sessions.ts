import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { select } from '../select.ts';
import { begins, weekOf, type Span } from './span.ts';

export interface WeekSessions {
  readonly personId: number;
  readonly week: number;
  readonly came: number;
  /** Held within reach and not excused from: what attendance (S23) counts as offered. */
  readonly held: number;
  readonly excused: number;
}

/**
 * Classes and webinars by learner and by the week in which they ended, as attendance (S23) reads them: held since
 * enrolment, for the learner's own group or for all, between 7 and 22 in the learner's own zone, and attended for five
 * minutes. Where a report marks each person, one without a mark is not counted as absent.
 */
export const sessionsByWeek = (db: ReadDb, span: Span): Promise<WeekSessions[]> =>
  select<WeekSessions>(
    db,
    sql`
      with sessions as (
        select * from core.known_session
        where course_id = ${span.courseId} and kind in ('class', 'webinar') and not cancelled
          and occurred_at >= ${begins(span)} - interval '1 day' and occurred_at < ${span.asOf}
      ),
      stays as (
        select
          sessions.session_id, presence.person_id,
          bool_or(presence.precision = 'mark') as marked,
          bool_or(presence.status = 'excused') as excused,
          bool_and(presence.status in ('unknown', 'waiting')) as unknown,
          bool_or(presence.status in ('present', 'late', 'remote') and presence.precision = 'mark') as marked_present,
          max(presence.seconds) filter (where presence.status in ('present', 'late', 'remote')) as seconds,
          range_agg(tstzrange(presence.occurred_at, presence.leave_at)) filter (
            where presence.occurred_at < presence.leave_at and presence.status in ('present', 'late', 'remote')
          ) as intervals,
          max(presence.leave_at) as left_at
        from sessions
        join core.known_presence as presence
          on presence.institution_id = sessions.institution_id and presence.course_id = sessions.course_id
          and presence.source_id = sessions.source_id and presence.session_key = sessions.key
        group by sessions.session_id, presence.person_id
      ),
      judged as (
        select
          session_id, person_id, excused, unknown,
          coalesce(
            (select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part) >= 300,
            seconds >= 300, marked_present
          ) as came
        from stays
      ),
      held as (
        select
          sessions.institution_id, sessions.course_id, sessions.session_id, sessions.source_id, sessions.group_key,
          sessions.occurred_at, coalesce(sessions.ends_at, max(stays.left_at), sessions.occurred_at) as ends_at,
          coalesce(bool_or(stays.marked), false) as marked
        from sessions
        left join stays on stays.session_id = sessions.session_id
        group by
          sessions.institution_id, sessions.course_id, sessions.session_id, sessions.source_id, sessions.group_key,
          sessions.occurred_at, sessions.ends_at
      ),
      asked as (
        select held.session_id, member.person_id, ${weekOf(span, 'held.ends_at')} as week, held.marked
        from held
        join core.known_member as member
          on member.institution_id = held.institution_id and member.course_id = held.course_id
          and member.learner_from <= held.occurred_at
        join core.person as person
          on person.institution_id = member.institution_id and person.person_id = member.person_id
        where held.ends_at >= ${begins(span)} and held.ends_at < ${span.asOf}
          and extract(hour from held.occurred_at at time zone coalesce(person.timezone, ${span.zone})) between 7 and 21
          and (held.group_key is null or exists (
            select from core.known_membership as own
            where own.institution_id = held.institution_id and own.course_id = held.course_id
              and own.source_id = held.source_id and own.group_key = held.group_key and own.person_id = member.person_id
          ))
      ),
      -- Stacked and grouped, not joined: the planner expects one row of each and would compare all with all.
      each_session as (
        select
          session_id, person_id, max(week) as week, coalesce(bool_or(came), false) as came,
          coalesce(bool_or(excused), false) as excused, coalesce(bool_or(unknown), bool_or(marked)) as unknown
        from (
          select session_id, person_id, week, marked, null::boolean as came, null::boolean as excused, null::boolean as unknown
          from asked
          union all
          select session_id, person_id, null, null, came, excused, unknown from judged
        ) as told
        group by session_id, person_id
        having max(week) is not null
      )
      select
        person_id, week,
        count(*) filter (where came and not excused)::int as came,
        count(*) filter (where not excused and not unknown)::int as held,
        count(*) filter (where excused)::int as excused
      from each_session
      group by person_id, week`,
  );
