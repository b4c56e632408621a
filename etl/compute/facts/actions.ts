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

/** Events of one person that count alike, with the hour of each: hours of course-local time since 1970, in any order. */
interface Alike {
  readonly personId: number;
  readonly social: boolean;
  readonly other: boolean;
  readonly forum: boolean;
  /** For how many each of them stands. */
  readonly count: number;
  /** Apart by commas. */
  readonly hours: string;
}

/**
 * By person, oldest first. Posts and reactions come from themselves, so the log's own rows about them count nowhere;
 * its rows about coming to a session are told by the session's minutes. What a row counts as is asked once for all that
 * are alike, and hours come as one text: a log is the longest thing that is read.
 */
export async function readActions(db: Db, course: Course): Promise<ReadonlyMap<number, readonly QuarterDay[]>> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  const hours = sql`
    string_agg(floor(date_part('epoch', occurred_at at time zone ${course.timezone}) / 3600)::int::text, ',')`;
  const { rows } = await sql<Alike>`
    with logged as (
      select person_id, verb_id, object_type, count, ${hours} as hours
      from core.known_activity
      where ${here}
      group by person_id, verb_id, object_type, count
    ),
    verbs as (
      select
        min(verb_id) filter (where verb = 'viewed') as viewed,
        array_agg(verb_id) filter (where verb in ('posted', 'replied', 'reacted', 'joined', 'left', 'attended')) as told
      from core.verb
    )
    select
      person_id, coalesce(object_type = 'group' and verb_id <> viewed, false) as social,
      object_type is distinct from 'group' and verb_id <> all (told) as other,
      coalesce(object_type in ('forum', 'thread', 'chat') and verb_id = viewed, false) as forum, count, hours
    from logged cross join verbs
    union all
    select author_id, true, false, false, 1, ${hours} from core.known_post
    where ${here} and author_id is not null
    group by author_id
    union all
    select person_id, true, false, false, 1, ${hours} from core.known_reaction
    where ${here} and occurred_at is not null and kind <> 'flag'
    group by person_id`.execute(db);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...byPerson].sort(([one], [other]) => one - other).map(([person, own]) => [person, quartersOf(own)] as const),
  );
}

function quartersOf(events: readonly Alike[]): readonly QuarterDay[] {
  const quarters = new Map<number, { social: number; other: number; forum: boolean; seen: number }>();
  for (const { social, other, forum, count, hours } of events) {
    for (const text of hours.split(',')) {
      const hour = Number(text);
      const quarter = Math.floor(hour / hoursAQuarter);
      let known = quarters.get(quarter);
      if (known === undefined) quarters.set(quarter, (known = { social: 0, other: 0, forum: false, seen: 0 }));
      if (social) known.social += count;
      if (other) known.other += count;
      if (forum) known.forum = true;
      known.seen |= 1 << (hour - quarter * hoursAQuarter);
    }
  }
  return [...quarters]
    .sort(([one], [other]) => one - other)
    .map(([quarter, { seen, ...did }]) => {
      const day = Math.floor(quarter / 4);
      return { day, part: quarter - 4 * day, hours: bitsOf(seen), ...did };
    });
}

const hoursAQuarter = 6;

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
