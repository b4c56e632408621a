import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** One person in one live session whose intervals are known. */
export interface Stay {
  readonly personId: number;
  readonly sessionId: number;
  /** End of the session. */
  readonly at: number;
  /** Minutes there, doubled intervals counted once. */
  readonly minutes: number;
  /** Minutes from the first join to the scheduled end. */
  readonly possibleMinutes: number;
  /** Separate intervals: 1 is an unbroken stay. */
  readonly intervals: number;
}

/** Plenary sessions only: whoever goes to a breakout and comes back has not lost the connection. */
export async function readStays(db: Db, course: Course): Promise<readonly Stay[]> {
  const { rows } = await sql<Stay>`
    with stays as (
      select
        sessions.session_id, presence.person_id, sessions.ends_at, min(presence.occurred_at) as joined_at,
        range_agg(tstzrange(presence.occurred_at, presence.leave_at)) as intervals
      from core.known_session as sessions
      join core.known_presence as presence
        on presence.institution_id = sessions.institution_id and presence.course_id = sessions.course_id
        and presence.source_id = sessions.source_id and presence.session_key = sessions.key
      where sessions.institution_id = ${course.institutionId} and sessions.course_id = ${course.courseId}
        and sessions.kind <> 'breakout' and not sessions.cancelled and sessions.ends_at is not null
        and presence.precision = 'interval' and presence.occurred_at < presence.leave_at
        and presence.status in ('present', 'late', 'remote')
      group by sessions.session_id, presence.person_id, sessions.ends_at
    )
    select
      session_id, person_id, extract(epoch from ends_at)::float8 * 1000 as at,
      (select sum(extract(epoch from upper(part) - lower(part))) from unnest(intervals) as part)::float8 / 60 as minutes,
      greatest(extract(epoch from ends_at - joined_at)::float8 / 60, 0) as possible_minutes,
      (select count(*) from unnest(intervals))::int as intervals
    from stays
    order by ends_at, session_id, person_id`.execute(db);
  return rows;
}
