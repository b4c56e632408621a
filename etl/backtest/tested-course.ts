import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { calendarOf, type Calendar } from '../compute/calendar.ts';
import { factsNow } from '../compute/facts-now.ts';
import type { Course, CourseFacts } from '../compute/facts/course-facts.ts';
import { withEnd } from '../compute/quiet-end.ts';
import type { Truth } from '../simulate/write/truth.ts';
import { cameOf } from './planted.ts';

/** A course to be tested on. */
export interface TestedCourse {
  readonly name: string;
  readonly facts: CourseFacts;
  readonly calendar: Calendar;
  /** What was known at the end of each week, where snapshots are to be made of that. */
  readonly known?: ReadonlyMap<number, CourseFacts> | undefined;
  /** Planted: isolated or not; null where it cannot be said. */
  readonly planted?: (person: number, week: number) => boolean | null;
  /** Planted: how they behave. */
  readonly archetypeOf?: (person: number) => string | undefined;
}

export interface TestingOptions {
  readonly now: Date;
  /** Of a simulation; nothing but the labels is taken from it. */
  readonly truth?: Truth | undefined;
  /** Every snapshot from what was loaded before its T, late rows left out. Of a course loaded afterwards nothing remains. */
  readonly asKnownThen?: boolean | undefined;
}

/** A loaded course, ready to be tested. */
export async function testedCourse(
  db: Db,
  course: Course,
  name: string,
  { now, truth, asKnownThen = false }: TestingOptions,
): Promise<TestedCourse> {
  const facts = await factsNow(db, course);
  const calendar = calendarOf(withEnd(course, facts), now);
  const known = asKnownThen ? await factsByWeek(db, course, calendar) : undefined;
  const learners = truth?.courses.find((planted) => planted.course === name)?.learners;
  if (!learners) return { name, facts, calendar, known };
  const bySis = new Map(learners.map((learner) => [learner.person.toUpperCase(), learner]));
  const { rows } = await sql<{ person: number; sis: string }>`
    select account.person_id as person, upper(claim.value) as sis
    from identity.claim as claim
    join core.account as account
      on account.institution_id = claim.institution_id and account.account_id = claim.account_id
    where claim.institution_id = ${course.institutionId} and claim.scheme = 'sis' and account.person_id is not null`.execute(
    db,
  );
  const planted = new Map(rows.map(({ person, sis }) => [person, bySis.get(sis)]));
  return {
    name,
    facts,
    calendar,
    known,
    planted: (person, week) => cameOf(planted.get(person), week),
    archetypeOf: (person) => planted.get(person)?.archetype,
  };
}

async function factsByWeek(db: Db, course: Course, { weeks }: Calendar): Promise<ReadonlyMap<number, CourseFacts>> {
  const known = new Map<number, CourseFacts>();
  for (const { week, end } of weeks) known.set(week, await factsNow(db, course, new Date(end)));
  return known;
}
