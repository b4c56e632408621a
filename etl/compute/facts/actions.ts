import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';
import { hoursOf, type Logged } from './log.ts';

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

/** Events of one person that count alike. */
type Alike = Pick<Logged, 'personId' | 'social' | 'other' | 'forum' | 'count' | 'hours'>;

/** By person, oldest first: the log, and posts and reactions, which come from themselves. */
export async function readActions(
  db: Db,
  course: Course,
  log: readonly Logged[],
): Promise<ReadonlyMap<number, readonly QuarterDay[]>> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  const { rows } = await sql<Alike>`
    select author_id as person_id, true as social, false as other, false as forum, 1 as count, ${hoursOf(course)} as hours
    from core.known_post
    where ${here} and author_id is not null
    group by author_id
    union all
    select person_id, true, false, false, 1, ${hoursOf(course)} from core.known_reaction
    where ${here} and occurred_at is not null and kind <> 'flag'
    group by person_id`.execute(db);
  const byPerson = Map.groupBy<number, Alike>([...log, ...rows], ({ personId }) => personId);
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
