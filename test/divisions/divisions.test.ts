import { programme } from '@kith/api/queries/programmes/programme.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import type { ToldDivision } from '@kith/etl/divisions/told-division.ts';
import { connect, reading } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { recordsOf } from '../support/story.ts';

/** Two courses of one programme with regions, and one of another without. */
let database: FreshDatabase;
let institutionId: number;

const names = (count: number, letter: string) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(2, '0')}`);
const course = (key: string, unit: string, north: number, south: number, east: number, nowhere: number) => {
  const [n, s, e, u] = [names(north, 'n'), names(south, 's'), names(east, 'e'), names(nowhere, 'u')];
  return recordsOf(key, {
    people: [...n, ...s, ...e, ...u].join(' '),
    given: [
      // All of the north came twice, everybody else once.
      `d8 12:00 session first: ${n.join(' ')}`,
      `d9 12:00 session second: ${[...n, ...s, ...e, ...u].join(' ')}`,
      ...n.map((one) => `${one} lives in north`),
      ...s.map((one) => `${one} lives in south`),
      ...e.map((one) => `${one} lives in east`),
      ...n.map((one) => `${one} keeps Europe/Berlin`),
      ...s.map((one) => `${one} keeps Asia/Kolkata`),
      // Those of the north answer those of the north.
      ...n.map((one) => `d7 09:00 ${one} posts ${one}.q`),
      ...n.flatMap((one, index) => [`d8 10:00 ${n[(index + 1) % n.length]!} answers ${one}.q as ${one}.a`]),
      ...s.map((one, index) => `d8 11:00 ${one} answers ${n[index % n.length]!}.q as ${one}.b`),
    ],
  }).map((record) => (record.type === 'course' ? { ...record, unit } : record));
};

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  const report = await loadRecords(database.db, institutionId, [
    { type: 'unit', key: 'env', kind: 'programme', title: 'Environment' },
    { type: 'unit', key: 'bio', kind: 'programme', title: 'Biology' },
    ...course('one', 'env', 14, 11, 2, 6),
    ...course('two', 'env', 12, 9, 2, 6),
    ...course('three', 'bio', 13, 0, 0, 20),
  ]);
  expect(report).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: new Date(at(14, 6)) })).toMatchObject({ failed: [] });
}, 120_000);
afterAll(() => database.drop());

async function told(unit: string): Promise<readonly ToldDivision[]> {
  const { rows } = await sql<{ divisions: readonly ToldDivision[] }>`
    select week.divisions from insight.unit_week as week
    left join core.unit as unit using (institution_id, unit_id)
    where coalesce(unit.key, 'all') = ${unit} order by week_start desc limit 1`.execute(database.db);
  return rows[0]!.divisions;
}
const regionsOf = async (unit: string) => (await told(unit)).find(({ division }) => division === 'region');

test('a programme says how many sessions its regions attend, from the learners of all its courses', async () => {
  const regions = (await regionsOf('env'))!;
  expect(regions.cells.map(({ name, people, attendance }) => [name, people, attendance])).toEqual([
    ['north', 25, 1],
    ['south', 20, 0.5],
  ]);
  expect(regions.gap).toMatchObject({ most: 'north', least: 'south', difference: 0.5 });
  expect(regions.gap!.low).toBeGreaterThan(0.2);
  // Twelve, and the two cells of the east are left out.
  expect(regions).toMatchObject({ unknown: 10, leftOut: true });
  expect(JSON.stringify(regions)).not.toContain('"east"');
});

test('the mean of a region is recomputed from its learners', async () => {
  const { rows } = await sql<{ region: string; people: number; mean: number }>`
    select attribute.value as region, count(*)::int as people, avg((week.indicators ->> 'attendance_rate_28d')::float8) as mean
    from insight.learner_week as week
    join core.account as account on account.institution_id = week.institution_id and account.person_id = week.person_id
    join identity.attribute as attribute on attribute.institution_id = account.institution_id
      and attribute.account_id = account.account_id and attribute.name = 'region'
    where week.week_start = (select max(week_start) from insight.learner_week)
    group by 1`.execute(database.owner);
  const { rows: pools } = await sql<{ pool: Readonly<Record<string, number>> }>`
    select pools -> 'attendance_gap' as pool from insight.unit_pool
    where unit_id = 0 order by week_start desc limit 1`.execute(database.owner);
  expect(rows.length).toBe(3);
  for (const { region, people, mean } of rows) {
    const of = (what: string[]) => pools[0]!.pool[JSON.stringify(['region', region, ...what])]!;
    expect(of([])).toBe(people);
    expect(Math.abs(of(['rate']) / people - mean)).toBeLessThan(1e-9);
  }
});

test('and whether those of a region talk among themselves', async () => {
  const { r, low, high } = (await regionsOf('env'))!.mixing!;
  const { rows } = await sql<{ r: number }>`
    select (week.indicators ->> 'mixing_region')::float8 as r from insight.unit_week as week
    join core.unit as unit using (institution_id, unit_id) where unit.key = 'env' order by week_start desc limit 1`.execute(
    database.db,
  );
  expect(r).toBeCloseTo(rows[0]!.r, 2);
  expect([low < r, r < high]).toEqual([true, true]);
});

test('where one region alone is known nothing is held side by side', async () => {
  const regions = await regionsOf('bio');
  expect(regions?.gap ?? null).toBeNull();
});

test('time zones are told as regions are; where the institution says of none, nothing is', async () => {
  const zones = (await told('env')).find(({ division }) => division === 'timeZone')!;
  expect(zones.cells.map(({ name }) => name)).toEqual(['Asia/Kolkata', 'Europe/Berlin']);
  expect(zones.gap).toMatchObject({ most: 'Europe/Berlin', least: 'Asia/Kolkata', difference: 0.5 });
  const quiet = await freshDatabase();
  const id = await makeInstitution(quiet.db);
  await loadRecords(quiet.db, id, recordsOf('plain', { ring: 12 }));
  await compute(quiet.db, id, { now: new Date(at(28, 6)) });
  const { rows } = await sql<{ divisions: unknown }>`
    select divisions from insight.unit_week order by week_start desc limit 1`.execute(quiet.db);
  expect(rows[0]!.divisions).toEqual([]);
  await quiet.drop();
});

test('only the last week tells, and a late row makes it anew', async () => {
  const { rows } = await sql<{ told: boolean }>`
    select divisions is not null as told from insight.unit_week where unit_id = 0 order by week_start`.execute(
    database.db,
  );
  expect(rows.map((row) => row.told)).toEqual([...rows.slice(1).map(() => false), true]);
});

test('whoever may see the programme reads it with its page, and nobody else', async () => {
  const { rows } = await sql<{ courseId: number; key: string; unitId: number }>`
    select course_id, key, unit_id from core.course_key join core.course using (institution_id, course_id)
    where key in ('one', 'two')`.execute(database.db);
  const app = connect(database.urls.app);
  const page = (courses: readonly number[]) =>
    reading(app, { 'kith.institution': String(institutionId), 'kith.aggregate_courses': courses.join(',') }, (db) =>
      programme(db, rows[0]!.unitId),
    );
  const divisions = (await page(rows.map(({ courseId }) => courseId)))?.divisions;
  expect(divisions).toEqual(await told('env'));
  expect(await page([rows[0]!.courseId])).toBeUndefined();
  await app.destroy();
});
