import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { QuarterDay } from './actions.ts';
import type { Course } from './course.ts';

/** Course-local days (days since 1970-01-01) by person, ascending, each once. */
export type DaysByPerson = ReadonlyMap<number, readonly number[]>;

/**
 * The days of §9.6.9: any own event of the course; a total without times counts on its session's day. Beside them the
 * days on which a forum was opened (S32), where views are logged. Survey answers are never activity.
 *
 * @param actions the days of everything but feedback and presence, which are read here
 */
export async function readActiveDays(
  db: Db,
  course: Course,
  actions: ReadonlyMap<number, readonly QuarterDay[]>,
): Promise<{ activeDays: DaysByPerson; forumDays: DaysByPerson }> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  const day = (at: string) => sql`(${sql.raw(at)} at time zone ${course.timezone})::date - date '1970-01-01'`;
  const { rows } = await sql<{ personId: number; days: number[] }>`
    with events as (
      select giver_id as person_id, ${day('occurred_at')} as day from core.known_feedback
      where ${here} and occurred_at is not null
      union all
      select presence.person_id, ${day('coalesce(presence.occurred_at, sessions.occurred_at)')}
      from core.known_presence as presence
      join core.known_session as sessions
        on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
        and sessions.source_id = presence.source_id and sessions.key = presence.session_key
      where presence.institution_id = ${course.institutionId} and presence.course_id = ${course.courseId}
        and presence.status in ('present', 'late', 'remote')
    )
    select person_id, array_agg(distinct day) as days
    from events
    group by person_id`.execute(db);
  const others = new Map(rows.map(({ personId, days }) => [personId, days]));
  const people = [...new Set([...actions.keys(), ...others.keys()])].sort((one, other) => one - other);
  const daysOf = (person: number) => actions.get(person) ?? [];
  return {
    activeDays: new Map(
      people.map((person) => [
        person,
        ascending([...daysOf(person).map(({ day }) => day), ...(others.get(person) ?? [])]),
      ]),
    ),
    forumDays: new Map(
      people.map((person) => [person, ascending(daysOf(person).flatMap(({ day, forum }) => (forum ? [day] : [])))]),
    ),
  };
}

const ascending = (days: readonly number[]): readonly number[] => [...new Set(days)].sort((one, other) => one - other);

/** How many of the ascending days lie in first..last, both inclusive. */
export function daysWithin(days: readonly number[] | undefined, first: number, last: number): number {
  let count = 0;
  for (const day of days ?? []) if (day >= first && day <= last) count += 1;
  return count;
}
