import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { computeCourse, replayCourse } from '@kith/etl/compute/compute-course.ts';
import type { Course } from '@kith/etl/compute/facts/course-facts.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, courseStart, exchange, person, smallCourse } from '../support/small-course.ts';

const now = new Date('2026-02-02T06:00:00Z');
let database: FreshDatabase;
let institutionId: number;
beforeEach(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
});
afterEach(() => database.drop());

describe('what is not known is said, not counted', () => {
  test('without staff nobody is scored', async () => {
    await given(smallCourse({ staff: false }));
    expect(await states()).toEqual({ staff_unknown: 10 });
    expect(await notices()).toContain('no_staff');
  });

  test('without a roster people seen are provisional, and shares of the class are null', async () => {
    await given(smallCourse({ roster: false }));
    expect(await notices()).toContain('no_roster');
    const { indicators } = await lastWeek();
    expect(indicators).toMatchObject({ isolates_share: null, voices_share: null, participation_gini: null });
    expect(Object.values(await states()).reduce((sum, count) => sum + count, 0)).toBe(10);
  });

  test('someone of the roster whom no source has ever named is unseen, not unconnected', async () => {
    await given([...smallCourse(), ...person('ghost', 'learner')]);
    expect(await states()).toEqual({ scored: 10, unseen: 1 });
  });

  test('an opt-out takes the score from that instant on, and only then', async () => {
    await given([
      ...smallCourse(),
      { type: 'consent', key: 'no', course: 'c', person: 'l3', purpose: 'analytics', granted: false, at: at(14) },
    ]);
    const { rows } = await sql<{ week: number; state: string; score: number | null }>`
      select week, state, score from insight.learner_week
      join identity.person using (institution_id, person_id)
      where display_name = 'Name of l3' order by week`.execute(database.db);
    expect(rows.map(({ state }) => state)).toEqual(['not_enough_data', 'scored', 'opted_out', 'opted_out']);
    expect(rows.at(-1)!.score).toBeNull();
  });

  test('a late joiner has no score before two observed weeks', async () => {
    await given([...smallCourse({ weeks: 5 }), ...person('late', 'learner', at(21, 0)), ...exchange('late', 'l1', 22)]);
    expect(await statesOf('Name of late')).toEqual(['not_enrolled', 'not_enrolled', 'not_enrolled', 'not_enough_data']);
  });

  test('observers and relations are nobody here', async () => {
    await given([...smallCourse(), ...person('parent', 'observer')]);
    expect(await statesOf('Name of parent')).toEqual([]);
  });
});

test('everyone who answers each other every week is connected', async () => {
  await given(smallCourse());
  const { rows } = await sql<{ band: string }>`
    select distinct band from insight.learner_week where week = 4`.execute(database.db);
  expect(rows).toEqual([{ band: 'connected' }]);
  expect((await lastWeek()).indicators).toMatchObject({ isolates_share: 0, voices_share: 1, access_share: 1 });
});

test('a replay as known before later rows equals what was stored then', async () => {
  await given(smallCourse());
  const course = await onlyCourse();
  const knownAt = new Date();
  const before = (await computeCourse(database.db, course, now)).map(({ learners }) => learners);
  await loadRecords(database.db, institutionId, [...exchange('l1', 'l5', 3), ...exchange('l2', 'l7', 10)]);
  const after = (await computeCourse(database.db, course, now)).map(({ learners }) => learners);
  expect(after).not.toEqual(before);

  const replayed = await replayCourse(database.db, course, knownAt);
  expect(replayed.slice(0, before.length).map(({ learners }) => learners)).toEqual(before);
  const stored = await sql<{
    weeks: number;
  }>`select count(distinct week)::int as weeks from insight.learner_week`.execute(database.db);
  expect(stored.rows[0]!.weeks).toBe(4);
});

test('a load queues the course, and only courses with changes are computed', async () => {
  await given(smallCourse());
  expect(await compute(database.db, institutionId, { now })).toMatchObject({ courses: 0 });
  await loadRecords(database.db, institutionId, exchange('l4', 'l8', 15));
  const { rows } = await sql<{ weekStart: string }>`select week_start from ops.dirty_week`.execute(database.db);
  expect(rows).toEqual([{ weekStart: '2026-01-19' }]);
  expect(await compute(database.db, institutionId, { now })).toMatchObject({ courses: 1, failed: [] });
});

async function given(records: readonly RecordInput[]): Promise<void> {
  expect(await loadRecords(database.db, institutionId, records)).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now })).toMatchObject({ courses: 1, failed: [] });
}

async function onlyCourse(): Promise<Course> {
  const { courseId } = await database.db
    .selectFrom('core.course')
    .select('courseId')
    .where('kind', '=', 'course')
    .executeTakeFirstOrThrow();
  return { institutionId, courseId, startsOn: courseStart, endsOn: null, timezone: 'UTC' };
}

async function states(): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; people: number }>`
    select state, count(*)::int as people from insight.learner_week where week = 4 group by state`.execute(database.db);
  return Object.fromEntries(rows.map(({ state, people }) => [state, people]));
}

async function statesOf(name: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state from insight.learner_week join identity.person using (institution_id, person_id)
    where display_name = ${name} order by week`.execute(database.db);
  return rows.map(({ state }) => state);
}

const notices = async (): Promise<readonly string[]> => (await lastWeek()).notices;

async function lastWeek(): Promise<{ notices: string[]; indicators: Record<string, number | null> }> {
  const { rows } = await sql<{ notices: string[]; indicators: Record<string, number | null> }>`
    select notices, indicators from insight.course_week order by week desc limit 1`.execute(database.db);
  return rows[0]!;
}
