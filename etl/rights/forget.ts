import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { affected } from './affected.ts';
import { clear } from './clear.ts';
import { places } from './places.ts';

/** What staff wrote and did about single learners; what they tried with the whole course stays with its weeks. */
const ofCare = /^care\.(?:alert_step|alert_view|case_file|contact|mentor_match|note|note_text|outcome)$/;

/** Tables of single learners that carry a course. `core.participant` goes last: policies and roles read it. */
const ofCourses = places
  .map(({ table }) => table)
  .filter((table) => /^(core|insight)\./.test(table) || ofCare.test(table))
  .filter(
    (table) =>
      ![
        'core.account',
        'core.person',
        'core.participant',
        'core.relation',
        'core.opted_out',
        'core.withheld',
        'insight.cohort',
      ].includes(table),
  );

/**
 * Removes what Kith knows about single learners of courses that ended before an instant: facts, ties, learner-weeks,
 * alerts. Course-weeks stay, with their pictures emptied. A course that ended long ago and came to Kith later counts from
 * the day it came: who loads old courses to learn from them does not lose them the next Monday.
 */
export async function forgetCourses(db: Db, institutionId: number, before: Date): Promise<Record<string, number>> {
  const { rows: courses } = await sql<{ courseId: number }>`
    select course_id from core.course as course
    where institution_id = ${institutionId} and ends_on < (${before}::timestamptz at time zone 'UTC')::date
      and created_at < ${before}
      and exists (
        select from core.participant as p
        where p.institution_id = course.institution_id and p.course_id = course.course_id)
    order by course_id`.execute(db);
  const courseIds = courses.map(({ courseId }) => courseId);
  if (courseIds.length === 0) return {};
  const removed: Record<string, number> = {};
  for (const table of [...ofCourses, 'ops.course_access', 'core.record', 'core.participant']) {
    const gone = await affected(
      db,
      sql`delete from ${sql.table(table)}
        where institution_id = ${institutionId} and course_id = any (${courseIds}::bigint[])`,
    );
    if (gone > 0) removed[table] = gone;
  }
  await sql`
    update insight.course_week
    set network = '{}', alert_list = alert_list || '{"listed": [], "queue": []}'
    where institution_id = ${institutionId} and course_id = any (${courseIds}::bigint[])`.execute(db);
  // Computed again, the weeks would come out empty.
  await sql`
    update core.course set forgotten_at = now()
    where institution_id = ${institutionId} and course_id = any (${courseIds}::bigint[])`.execute(db);
  return removed;
}

/** Removes people nothing holds any more: no course, no grant, no way to sign in. */
export async function forgetPeople(db: Db, institutionId: number, before: Date): Promise<Record<string, number>> {
  const { rows: people } = await sql<{ personId: number }>`
    select person_id from core.person as person
    where institution_id = ${institutionId} and created_at < ${before}
      and not exists (select from core.participant as p where p.institution_id = person.institution_id and p.person_id = person.person_id)
      and not exists (select from ops.access_grant as g where g.institution_id = person.institution_id and g.person_id = person.person_id)
      and not exists (select from ops.local_account as l where l.institution_id = person.institution_id and l.person_id = person.person_id)
    order by person_id`.execute(db);
  const personIds = people.map(({ personId }) => personId);
  if (personIds.length === 0) return {};
  const { rows: accounts } = await sql<{ accountId: number }>`
    select account_id from core.account
    where institution_id = ${institutionId} and person_id = any (${personIds}::bigint[])`.execute(db);
  const who = { institutionId, personIds, accountIds: accounts.map(({ accountId }) => accountId) };
  const removed: Record<string, number> = {};
  for (const place of places) {
    const changed = await clear(db, place, who);
    if (changed > 0) removed[place.table] = changed;
  }
  return removed;
}
