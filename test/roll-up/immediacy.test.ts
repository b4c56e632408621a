import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
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
