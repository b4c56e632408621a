import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { replayCourse } from '@kith/etl/compute/compute-course.ts';
import { ownDefinitions } from '@kith/etl/definitions/list.ts';
import { schemas, shipped } from '@kith/etl/definitions/overridable.ts';
import { backToAbove, BadDefinition, redefineFor } from '@kith/etl/definitions/own.ts';
import { inForceAt, readTimeline } from '@kith/etl/definitions/timeline.ts';
import { unitNamed } from '@kith/etl/organisation/units.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, exchange, smallCourse } from '../support/small-course.ts';

/** The end of a course week. */
const endOf = (week: number): Date => new Date(at(7 * week, 0));
const heavier = [
  { path: 'weights.voice', value: 5 },
  { path: 'weights.felt_belonging', value: 15 },
];
let database: FreshDatabase;
let institutionId: number;
let env: number;
let courseId: number;

/** One who only came once among ten who answer each other, in a course of a programme of a faculty. */
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  const records: RecordInput[] = [
    { type: 'unit', key: 'sci', kind: 'faculty', title: 'Science' },
    { type: 'unit', key: 'env', kind: 'programme', title: 'Environment', parent: 'sci' },
    ...smallCourse({ weeks: 6 }).map((one) => (one.type === 'course' ? { ...one, unit: 'env' } : one)),
  ];
  expect(await loadRecords(database.db, institutionId, records)).toMatchObject({ rejected: 0 });
  env = await unitNamed(database.db, institutionId, 'env');
  await compute(database.db, institutionId, { now: endOf(3) });
  const { rows } = await sql<{ courseId: number }>`select distinct course_id from insight.course_week`.execute(
    database.db,
  );
  courseId = rows[0]!.courseId;
});
afterAll(() => database.drop());

const set = (changes: { path: string; value: unknown }[], since: Date, unitId = env) =>
  redefineFor(database.db, { institutionId, unitId, definition: 'isolation', note: null, since }, changes);
const weeks = async () =>
  (
    await sql<{ week: number; version: number; score: number; trend: string | null; points: number }>`
      select week, definition_version as version, score, trend, (contributions ->> 'voice')::float8 as points
      from insight.learner_week join identity.person using (institution_id, person_id)
      where display_name = 'Name of l3' order by week`.execute(database.db)
  ).rows;

describe('a programme with a weight of its own', () => {
  test('is refused where it makes no definition', async () => {
    await expect(set([{ path: 'weights.voice', value: 90 }], endOf(3))).rejects.toThrow('The weights must sum to 100');
    await expect(set([{ path: 'weights.mood', value: 0 }], endOf(3))).rejects.toThrow(BadDefinition);
    await expect(set([{ path: 'bands.enter.watch', value: 50 }], endOf(3))).rejects.toThrow('Bands must rise');
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from insight.definition_use`.execute(
      database.db,
    );
    expect(rows[0]!.count).toBe(0);
  });

  test('is refused for a week that was shown', async () => {
    await expect(set(heavier, endOf(2))).rejects.toThrow('has been shown with another definition');
  });

  test('holds from the next week on: weeks that were shown keep their numbers, and the trend shows a break', async () => {
    const before = await weeks();
    await set(heavier, new Date(endOf(3).getTime() + 1));
    await compute(database.db, institutionId, { now: endOf(5), all: true });
    const after = await weeks();
    expect(after.slice(0, 3)).toEqual(before);
    expect(after.map(({ version }) => version)).toEqual([2, 2, 2, 1001, 1001]);
  });

  test('a course week names the versions it was made with, its node too', async () => {
    const { rows } = await sql<{ week: number; score: number; health: number }>`
      select week, definition_version as score, (health ->> 'version')::int as health
      from insight.course_week order by week`.execute(database.db);
    expect(rows.map(({ score }) => score)).toEqual([2, 2, 2, 1001, 1001]);
    expect(rows.map(({ health }) => health)).toEqual([1, 1, 1, 1, 1]);
  });

  test('replaying week 3 after the change gives what was shown in week 3', async () => {
    const course = { institutionId, courseId, startsOn: '2026-01-05', endsOn: null, timezone: 'UTC' };
    const replayed = await replayCourse(database.db, course, new Date());
    expect(replayed.slice(0, 5).map(({ scores }) => scores.definition.version)).toEqual([2, 2, 2, 1001, 1001]);
    const stored = await weeks();
    const { rows } = await sql<{ personId: number }>`
      select person_id from identity.person where display_name = 'Name of l3'`.execute(database.db);
    const own = replayed[2]!.learners.find(({ learnerId }) => learnerId === String(rows[0]!.personId))!;
    expect(own.score ?? 0).toBeCloseTo(stored[2]!.score, 8);
  });
});

describe('the nearest node decides', () => {
  const at5 = async () => inForceAt(await readTimeline(database.db, institutionId, { courseId }), endOf(6).getTime());

  test('the institution changes what the programme has not, and the programme goes back to it', async () => {
    const since = new Date(endOf(5).getTime() + 1);
    const health = { institutionId, unitId: 0, definition: 'community_health' as const, note: 'agreed', since };
    await redefineFor(database.db, health, [{ path: 'themes.EI.indicators.staff_reach.good', value: 0.4 }]);
    await set([{ path: 'recency.to', value: 21 }], since, 0);
    expect((await at5()).community_health).toMatchObject({ version: 1001 });
    expect((await at5()).isolation).toMatchObject({ version: 1001, recency: { to: 14 }, weights: { voice: 5 } });
    await backToAbove(database.db, { institutionId, unitId: env, definition: 'isolation', note: null, since });
    expect((await at5()).isolation).toMatchObject({ version: 1002, recency: { to: 21 }, weights: { voice: 10 } });
  });

  test('everything that was decided is listed, with what it changes', async () => {
    const lines = await ownDefinitions(database.db, institutionId);
    expect(lines.map(({ unit, definition, version }) => [unit, definition, version])).toEqual([
      [null, 'community_health', 1001],
      [null, 'isolation', 1002],
      ['Environment', 'isolation', null],
      ['Environment', 'isolation', 1001],
    ]);
    expect(lines[0]).toMatchObject({
      note: 'agreed',
      changes: [{ path: 'themes.EI.indicators.staff_reach.good', before: 0.5, value: 0.4 }],
    });
  });

  test('a health definition of its own moves the node that has it', async () => {
    await loadRecords(database.db, institutionId, exchange('l1', 'l2', 37));
    await compute(database.db, institutionId, { now: endOf(6), all: true });
    const { rows } = await sql<{ version: number }>`
      select definition_version as version from insight.unit_week where unit_id = ${env} order by week_start`.execute(
      database.db,
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 1, 1, 1, 1, 1001]);
  });

  test('no row of it can be changed, by Kith neither', async () => {
    await expect(sql`update insight.definition_use set version = 1`.execute(database.db)).rejects.toThrow('permission');
  });
});

test('an index cannot be made of what is for display only, and its theme weights stay a hundred', () => {
  const health = structuredClone(shipped.community_health);
  health.themes.VC.indicators.density = { from: ['density'], weight: 1, poor: 0, good: 1, scale: 'linear' };
  expect(schemas.community_health.safeParse(health).error?.message).toContain('display only');
  const heavy = structuredClone(shipped.community_health);
  heavy.themes.TA.weight = 20;
  expect(schemas.community_health.safeParse(heavy).error?.message).toContain('sum to 100');
  for (const id of ['isolation', 'presence_signal', 'community_health', 'alerts'] as const) {
    expect(schemas[id].parse(JSON.parse(JSON.stringify(shipped[id])))).toEqual(shipped[id]);
  }
});
