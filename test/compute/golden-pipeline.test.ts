import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeCourse } from '@kith/etl/compute/compute-course.ts';
import { shipped, type InForce } from '@kith/etl/definitions/overridable.ts';
import type { ComputedWeek } from '@kith/etl/compute/course.ts';
import { readFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { contactsAt } from '@kith/etl/compute/signals/contact.ts';
import { threadCopresence } from '@kith/etl/compute/signals/copresence.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import type { Course } from '@kith/etl/compute/facts/course-facts.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { golden, goldenRecords } from '../support/golden-records.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';

const asOf = new Date('2025-02-10T00:00:00Z');
/** The fixture has four active students and was computed without a smallest number of them (indicators §9.2.1). */
const definitions = (): InForce => ({
  ...shipped,
  isolation: { ...isolation, reference: { ...isolation.reference, minLearners: 1 } },
});

describe('the golden course, from a file to the score', () => {
  let database: FreshDatabase;
  let course: Course;
  let week: ComputedWeek;
  let ids: ReadonlyMap<string, number>;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    const institutionId = await makeInstitution(db);
    const report = await loadRecords(db, institutionId, goldenRecords());
    expect(report).toMatchObject({ state: 'visible', rejected: 0 });
    course = await onlyCourse(database, institutionId);
    ids = await personIds(database);
    week = (await computeCourse(db, course, asOf, definitions)).at(-1)!;
  });
  afterAll(() => database.drop());

  test.each(Object.entries(golden.expected.students))('%s', (student, expected) => {
    const learner = week.learners.find(({ learnerId }) => learnerId === String(ids.get(student)))!;
    expect(learner.state).toBe('scored');
    expect(learner.score).toBeCloseTo(expected.score, 6);
    expect(learner.coverage).toBeCloseTo(expected.coverage, 6);
    expect(learner.rawBand).toBe(expected.raw_band);
    for (const [component, points] of Object.entries(expected.contribution)) {
      const own = learner.contributions[component as keyof typeof learner.contributions] ?? null;
      if (points === null) expect(own, component).toBeNull();
      else expect(own, component).toBeCloseTo(points, 6);
    }
  });

  test('ties decay to the golden pairs', async () => {
    const facts = await readFacts(database.db, course);
    const members = new Map(facts.members.map((member) => [member.personId, member]));
    const contacts = contactsAt(facts, threadCopresence(facts.posts, members, asOf.getTime()), asOf.getTime());
    for (const [pair, weight] of Object.entries(golden.expected.given_decayed)) {
      const [from, to] = pair.split('->').map((name) => ids.get(name)!) as [number, number];
      expect(contacts.given.get(from)?.get(to), pair).toBeCloseTo(weight, 6);
    }
    for (const [pair, weight] of Object.entries(golden.expected.copresence_decayed)) {
      const [one, other] = pair.split('--').map((name) => ids.get(name)!) as [number, number];
      expect(contacts.together.get(one)?.get(other), pair).toBeCloseTo(weight, 6);
    }
    const arcs = [...contacts.given].flatMap(([from, row]) => [...row].map(([to]) => [from, to]));
    expect(arcs).toHaveLength(Object.keys(golden.expected.given_decayed).length);
  });

  test('a class of six has no shares of its own', () => {
    expect(week.indicators).toMatchObject({ isolates_share: null, connected_share: null, access_share: null });
    expect(week.notices).toContain('small_course');
  });

  test('computing again gives the same rows', async () => {
    const before = await storedWeeks(database);
    await computeCourse(database.db, course, asOf, definitions);
    expect(await storedWeeks(database)).toEqual(before);
  });
});

async function onlyCourse({ db }: FreshDatabase, institutionId: number): Promise<Course> {
  const { courseId } = await db
    .selectFrom('core.course')
    .select('courseId')
    .where('kind', '=', 'course')
    .executeTakeFirstOrThrow();
  return { institutionId, courseId, startsOn: '2025-01-06', endsOn: null, timezone: 'UTC' };
}

async function personIds({ db }: FreshDatabase): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('identity.person').select(['displayName', 'personId']).execute();
  return new Map(rows.map((row) => [row.displayName!, row.personId]));
}

async function storedWeeks({ db }: FreshDatabase): Promise<unknown[]> {
  const { rows } = await sql`
    select person_id, week, score, band, contributions, signals, visibility, reasons
    from insight.learner_week order by week, person_id`.execute(db);
  return rows;
}
