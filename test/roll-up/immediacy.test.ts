import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { communityHealth } from '@kith/etl/health/definition.ts';
import type { HealthWeek } from '@kith/etl/health/over-weeks.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import type { Part } from '@kith/etl/roll-up/part.ts';
import { pooledWeeks } from '@kith/etl/roll-up/pooled-week.ts';
import { rollUp } from '@kith/etl/roll-up/roll-up.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { university } from './five-courses.ts';

let database: FreshDatabase;
let institutionId: number;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  expect(await loadRecords(database.db, institutionId, university())).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: new Date(at(28, 6)) })).toMatchObject({ failed: [] });
});
afterAll(() => database.drop());

interface UnitWeek {
  readonly staff: number;
  readonly immediacy: boolean;
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly health: object;
}

async function unitWeek(unit: string): Promise<UnitWeek> {
  const { rows } = await sql<UnitWeek>`
    select week.staff, week.immediacy, week.indicators, week.health
    from insight.unit_week as week
    left join core.unit as unit using (institution_id, unit_id)
    where coalesce(unit.key, 'all') = ${unit} and week.week_start = '2026-01-26'`.execute(database.db);
  return rows[0]!;
}

/** What a node says about those who teach: nothing, or something pooled. */
const saysOfStaff = async (unit: string): Promise<boolean> => {
  const { immediacy, indicators, health } = await unitWeek(unit);
  const themes = (health as { themes?: readonly { theme: string }[] }).themes ?? [];
  const told = [
    Object.keys(indicators).some((id) => id.startsWith('staff_')),
    themes.some(({ theme }) => theme === 'EI'),
  ];
  expect(told, unit).toEqual([immediacy, immediacy]);
  return immediacy;
};

test('what is about instructors is said of at least five of them', async () => {
  expect(await saysOfStaff('all')).toBe(true);
  for (const unit of ['env', 'bio', 'sci', 'maths']) expect(await saysOfStaff(unit)).toBe(false);
});

test('nor can it be found by taking a node from the one above it', async () => {
  const teachers = Array.from({ length: 4 }, (_, index) => `further teacher ${index}`);
  await loadRecords(database.db, institutionId, [
    ...teachers.flatMap((key): RecordInput[] => [
      { type: 'person', key, displayName: key },
      { type: 'enrolment', key: `${key} in steady`, course: 'steady', person: key, role: 'teacher' },
    ]),
  ]);
  await compute(database.db, institutionId, { now: new Date(at(28, 13)), all: true });
  // Five teach Mathematics now and nine at all: the four others would be what is left.
  expect([(await unitWeek('maths')).staff, (await unitWeek('all')).staff]).toEqual([5, 9]);
  expect(await saysOfStaff('maths')).toBe(true);
  expect(await saysOfStaff('all')).toBe(false);
});

test('nor where somebody who teaches in a node further down also teaches alone beside it', async () => {
  const teachers = Array.from({ length: 5 }, (_, index) => `teacher of quiet ${index}`);
  await loadRecords(database.db, institutionId, [
    ...teachers.flatMap((key): RecordInput[] => [
      { type: 'person', key, displayName: key },
      { type: 'enrolment', key: `${key} in quiet`, course: 'quiet', person: key, role: 'teacher' },
    ]),
  ]);
  // Of Environment and the course that hangs nowhere, nothing is left but courses of people who teach in Biology too.
  await sql`
    update core.participant as staff
    set person_id = known.person_id
    from core.course as course, (
      select min(person_id) as person_id from core.participant
      join core.course using (institution_id, course_id)
      where role = 'staff' and core.course.title = 'quiet'
    ) as known
    where course.course_id = staff.course_id and staff.role = 'staff' and course.title in ('lively', 'small', 'loose')`.execute(
    database.owner,
  );
  await sql`
    insert into insight.roll_up_due (institution_id, course_id, week_start)
    select institution_id, course_id, week_start from insight.course_pool`.execute(database.owner);
  await rollUp(database.db, institutionId, new Date());
  expect((await unitWeek('bio')).immediacy).toBe(true);
  expect([await saysOfStaff('sci'), await saysOfStaff('all')]).toEqual([false, false]);
});

test('the index is a sum of the themes that stand beside it, so it tells of no other', async () => {
  const { rows } = await sql<{ health: HealthWeek }>`
    select health from insight.unit_week union all select health from insight.course_week`.execute(database.db);
  const said = rows.flatMap(({ health }) => ('withheld' in health ? [] : [health]));
  expect(said.length).toBeGreaterThan(10);
  expect(said.some(({ themes }) => themes.every(({ theme }) => theme !== 'EI'))).toBe(true);
  for (const { index, themes } of said) {
    const weights = themes.map(({ theme }) => communityHealth.themes[theme].weight);
    const sum = themes.reduce((so, { score }, place) => so + score * weights[place]!, 0);
    expect(index).toBeCloseTo(sum / weights.reduce((so, weight) => so + weight, 0), 3);
  }
});

test('a week that says it is not compared with one that must not', async () => {
  const { rows } = await sql<Part>`
    select counts, pools, health_indexes as indexes from insight.unit_pool
    where unit_id = 0 order by week_start`.execute(database.db);
  const changes = (pooled: readonly boolean[]) =>
    pooledWeeks(rows.slice(-3).map((part, week) => ({ ...part, pooled: pooled[week]! }))).map(({ health }) =>
      'withheld' in health ? 'withheld' : health.change === null,
    );
  expect(changes([true, true, true])).toEqual([true, false, false]);
  expect(changes([false, true, true])).toEqual([true, true, false]);
  expect(changes([true, false, true])).toEqual([true, true, true]);
});
