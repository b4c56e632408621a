import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A small room and who was in it for at least three minutes. */
export interface Breakout {
  readonly sessionId: number;
  /** The session it was part of; null: not said. */
  readonly parentId: number | null;
  readonly at: number;
  readonly people: readonly number[];
}

export async function readBreakouts(db: Db, course: Course): Promise<readonly Breakout[]> {
  const { rows } = await sql<Breakout>`
    with rooms as (
      select room.*, parent.session_id as parent_id
      from core.known_session as room
      left join core.known_session as parent
        on parent.institution_id = room.institution_id and parent.course_id = room.course_id
        and parent.source_id = room.source_id and parent.key = room.parent_key
      where room.institution_id = ${course.institutionId} and room.course_id = ${course.courseId}
        and room.kind = 'breakout' and not room.cancelled
    ),
    inside as (
      select
        rooms.session_id, presence.person_id,
        sum(coalesce(extract(epoch from presence.leave_at - presence.occurred_at), presence.seconds)) as seconds
      from rooms
      join core.known_presence as presence
        on presence.institution_id = rooms.institution_id and presence.course_id = rooms.course_id
        and presence.source_id = rooms.source_id and presence.session_key = rooms.key
      where presence.status in ('present', 'late', 'remote')
      group by rooms.session_id, presence.person_id
    )
    select
      rooms.session_id, rooms.parent_id,
      extract(epoch from coalesce(rooms.ends_at, rooms.occurred_at))::float8 * 1000 as at,
      coalesce(json_agg(inside.person_id order by inside.person_id) filter (where inside.seconds >= 180), '[]') as people
    from rooms
    left join inside on inside.session_id = rooms.session_id
    group by rooms.session_id, rooms.parent_id, rooms.ends_at, rooms.occurred_at
    order by 3, 1`.execute(db);
  return rows;
}
