import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { liveSession } from '../../ties/live-session.ts';
import type { Course } from './course.ts';
import type { TieEvent } from './tie-event.ts';

/** Somebody in a live session. Instants in microseconds from its end, whole numbers; below 0 before it. */
type Present = readonly [
  person: number,
  /** How long, in seconds. */
  seconds: number,
  staff: boolean,
  /** Parts of their stay, ascending: begins and ends in turn. Null: only its length is known. */
  parts: readonly number[] | null,
];

interface Room {
  readonly at: number;
  /** How many share the hour. */
  readonly people: number;
  readonly present: readonly Present[];
}

/** Less is no company (§9.1.2). */
const leastSeconds = 300;

/**
 * The ties of live sessions, as the view insight.tie has them: hundreds a session, so they are made of those who
 * were there and not stored two by two.
 */
export async function readCompany(db: Db, course: Course): Promise<readonly TieEvent[]> {
  const sinceEnd = (at: string) => sql`(date_part('epoch', ${sql.raw(at)} - occurred_at) * 1000000)::bigint`;
  const { rows } = await sql<Room>`
    select
      extract(epoch from occurred_at)::float8 * 1000 as at, people,
      json_agg(json_build_array(
        person_id, seconds, staff,
        case
          when came_at is not null then json_build_array(${sinceEnd('came_at')}, ${sinceEnd('left_at')})
          when intervals is not null then (
            select json_agg(instant order by instant)
            from unnest(intervals) as part
            cross join unnest(array[${sinceEnd('lower(part)')}, ${sinceEnd('upper(part)')}]) as instant
          )
        end
      ) order by person_id) as present
    from insight.session_stay
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    group by event_ref, occurred_at, people
    order by occurred_at`.execute(db);
  return rows.flatMap(tiesOf);
}

function tiesOf({ at, people, present }: Room): TieEvent[] {
  const ties: TieEvent[] = [];
  for (const [place, one] of present.entries()) {
    for (const other of present.slice(place + 1)) {
      const seconds = together(one, other);
      if (seconds < leastSeconds) continue;
      const layer = one[2] || other[2] ? 'staff' : liveSession.layer;
      const weight = (0.5 * seconds) / 3600 / (people - 1);
      ties.push({ kind: liveSession.kind, layer, source: one[0], target: other[0], directed: false, at, weight });
    }
  }
  return ties;
}

/** Seconds in which both were there. Where one is known by their length alone, the shorter stay stands in. */
function together([, seconds, , parts]: Present, [, otherSeconds, , otherParts]: Present): number {
  if (parts === null || otherParts === null) return Math.min(seconds, otherSeconds);
  let shared = 0;
  for (let own = 0, other = 0; own < parts.length && other < otherParts.length;) {
    const [ownEnd, otherEnd] = [parts[own + 1]!, otherParts[other + 1]!];
    shared += Math.max(0, Math.min(ownEnd, otherEnd) - Math.max(parts[own]!, otherParts[other]!));
    if (ownEnd < otherEnd) own += 2;
    else other += 2;
  }
  return shared / 1_000_000;
}
