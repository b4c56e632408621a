import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A class or webinar (what S23 counts as offered, §9.6 N8) with what is known of everyone's presence. */
export interface Session {
  readonly sessionId: number;
  readonly start: number;
  readonly end: number;
  /** Set where only one group could come. */
  readonly group: string | null;
  /** True where the source marks each person: someone without a mark is unknown, not absent. */
  readonly marked: boolean;
  readonly presence: ReadonlyMap<number, Presence>;
}

export interface Presence {
  /** Present, late or remote for at least five minutes, or marked so. */
  readonly attended: boolean;
  readonly excused: boolean;
  /** The source says it does not know. */
  readonly unknown: boolean;
}

export async function readSessions(db: Db, course: Course): Promise<readonly Session[]> {
  const { rows } = await sql<{
    sessionId: number;
    start: number;
    end: number;
    group: string | null;
    marked: boolean;
    people: [person: number, attended: boolean, excused: boolean, unknown: boolean][] | null;
  }>`
    with sessions as (
      select *
      from core.known_session
      where institution_id = ${course.institutionId} and course_id = ${course.courseId}
        and kind in ('class', 'webinar') and not cancelled
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
    totals as (
      select
        stays.*,
        coalesce((select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part), seconds) as total
      from stays
    )
    select
      sessions.session_id,
      extract(epoch from sessions.occurred_at)::float8 * 1000 as start,
      extract(epoch from coalesce(sessions.ends_at, max(totals.left_at), sessions.occurred_at))::float8 * 1000 as end,
      case when sessions.group_key is not null then sessions.source_id || ':' || sessions.group_key end as group,
      coalesce(bool_or(totals.marked), false) as marked,
      json_agg(json_build_array(
        totals.person_id, coalesce(totals.total >= 300, totals.marked_present), totals.excused, totals.unknown
      ) order by totals.person_id) filter (where totals.person_id is not null) as people
    from sessions
    left join totals on totals.session_id = sessions.session_id
    group by sessions.session_id, sessions.occurred_at, sessions.ends_at, sessions.source_id, sessions.group_key
    order by sessions.occurred_at, sessions.session_id`.execute(db);
  return rows.map(({ people, ...session }) => ({
    ...session,
    presence: new Map(
      (people ?? []).map(([person, attended, excused, unknown]) => [person, { attended, excused, unknown }]),
    ),
  }));
}
