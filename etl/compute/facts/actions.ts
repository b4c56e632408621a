import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** What one person did in one quarter of one course-local day. */
export interface QuarterDay {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** 0: 00-06, 1: 06-12, 2: 12-18, 3: 18-24. */
  readonly part: number;
  /** Hours of it with any event. */
  readonly hours: number;
  /** Posts, reactions and group edits. */
  readonly social: number;
  /** Everything else the platform logged. */
  readonly other: number;
  /** Whether a forum or chat was opened in it. */
  readonly forum: boolean;
}

/**
 * By person, oldest first. Posts and reactions come from themselves, so the log's own rows about them count nowhere;
 * its rows about coming to a session are told by the session's minutes.
 */
export async function readActions(db: Db, course: Course): Promise<ReadonlyMap<number, readonly QuarterDay[]>> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  const local = sql`occurred_at at time zone ${course.timezone}`;
  const { rows } = await sql<{ personId: number; days: [number, number, number, number, number, boolean][] }>`
    with events as materialized (
      select
        person_id, ${local} as local, object_type = 'group' and verb_id <> verbs.viewed as social,
        object_type is distinct from 'group' and verb_id <> all (verbs.told) as other,
        object_type in ('forum', 'thread', 'chat') and verb_id = verbs.viewed as forum, count
      from core.known_activity cross join (
        select
          min(verb_id) filter (where verb = 'viewed') as viewed,
          array_agg(verb_id) filter (where verb in ('posted', 'replied', 'reacted', 'joined', 'left', 'attended')) as told
        from core.verb
      ) as verbs
      where ${here}
      union all
      select author_id, ${local}, true, false, false, 1 from core.known_post
      where ${here} and author_id is not null
      union all
      select person_id, ${local}, true, false, false, 1 from core.known_reaction
      where ${here} and occurred_at is not null and kind <> 'flag'
    ),
    quarters as (
      select
        person_id, local::date - date '1970-01-01' as day, date_part('hour', local)::int / 6 as part,
        bit_count(bit_or(1 << date_part('hour', local)::int)::bit(24)) as hours,
        coalesce(sum(count) filter (where social), 0)::int as social, coalesce(sum(count) filter (where other), 0)::int as other,
        coalesce(bool_or(forum), false) as forum
      from events
      group by 1, 2, 3
    )
    select person_id, json_agg(json_build_array(day, part, hours, social, other, forum) order by day, part) as days
    from quarters
    group by person_id
    order by person_id`.execute(db);
  return new Map(
    rows.map(({ personId, days }) => [
      personId,
      days.map(([day, part, hours, social, other, forum]) => ({ day, part, hours, social, other, forum })),
    ]),
  );
}
