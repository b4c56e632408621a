import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** Somebody watched what they had missed. */
export interface Recording {
  readonly personId: number;
  readonly sessionId: number;
  readonly at: number;
}

export async function readRecordings(db: Db, course: Course): Promise<readonly Recording[]> {
  const { rows } = await sql<Recording>`
    select
      presence.person_id, sessions.session_id,
      extract(epoch from coalesce(presence.occurred_at, sessions.ends_at, sessions.occurred_at))::float8 * 1000 as at
    from core.known_presence as presence
    join core.known_session as sessions
      on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
      and sessions.source_id = presence.source_id and sessions.key = presence.session_key
    where presence.institution_id = ${course.institutionId} and presence.course_id = ${course.courseId}
      and presence.status = 'watched_recording'
    order by 3, 1, 2`.execute(db);
  return rows;
}
