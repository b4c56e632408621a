import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** Hours of course-local time since 1970, as text, in any order: one for each event. */
export const hoursOf = ({ timezone }: Course) => sql`
  string_agg(floor(date_part('epoch', occurred_at at time zone ${timezone}) / 3600)::int::text, ',')`;

/** Rows of a platform's log that count alike: of one person, in one source. */
export interface Logged {
  readonly personId: number;
  readonly sourceId: number;
  /** In a group's own place. */
  readonly grouped: boolean;
  /** Done in a group's own place, not only looked at. */
  readonly social: boolean;
  /** Neither: whatever else the platform logs that no fact of its own tells. */
  readonly other: boolean;
  /** A forum or chat was opened. */
  readonly forum: boolean;
  /** For how many each of them stands. */
  readonly count: number;
  /** The hour of each, apart by commas. */
  readonly hours: string;
  /** Instants of the first and last, in ms. */
  readonly first: number;
  readonly last: number;
}

/**
 * The log of a course: the longest thing that is read, so it is read once for all who ask. Posts and reactions come from
 * themselves, so the log's own rows about them are neither social nor other; its rows about coming to a session are told
 * by the session's minutes.
 */
export async function readLog(db: Db, course: Course): Promise<readonly Logged[]> {
  const { rows } = await sql<Logged>`
    with logged as (
      select
        person_id, source_id, verb_id, object_type, count, ${hoursOf(course)} as hours,
        min(occurred_at) as first, max(occurred_at) as last
      from core.known_activity
      where institution_id = ${course.institutionId} and course_id = ${course.courseId}
      group by person_id, source_id, verb_id, object_type, count
    ),
    verbs as (
      select
        min(verb_id) filter (where verb = 'viewed') as viewed,
        array_agg(verb_id) filter (where verb in ('posted', 'replied', 'reacted', 'joined', 'left', 'attended')) as told
      from core.verb
    )
    select
      person_id, source_id, coalesce(object_type = 'group', false) as grouped,
      coalesce(object_type = 'group' and verb_id <> viewed, false) as social,
      object_type is distinct from 'group' and verb_id <> all (told) as other,
      coalesce(object_type in ('forum', 'thread', 'chat') and verb_id = viewed, false) as forum, count, hours,
      extract(epoch from first)::float8 * 1000 as first, extract(epoch from last)::float8 * 1000 as last
    from logged cross join verbs`.execute(db);
  return rows;
}
