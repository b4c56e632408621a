import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { bandsReport } from '@kith/etl/reports/bands.ts';
import { healthReport } from '@kith/etl/reports/health.ts';
import { filesOf } from '@kith/etl/reports/manifest.ts';
import { rounded } from '@kith/etl/disclosure/rounded.ts';
import { sql } from 'kysely';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { university } from '../roll-up/five-courses.ts';

const week = '2026-01-26';
const rule = { least: 5, width: 5 };
let database: FreshDatabase;
let institutionId: number;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  expect(await loadRecords(database.db, institutionId, university())).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: new Date(at(28, 6)) })).toMatchObject({ failed: [] });
});
afterAll(() => database.drop());

const report = (unitId = 0) => bandsReport(database.db, { institutionId, unitId, week, rule });

describe('learners by band', () => {
  test('every told count is what is stored to the nearest five, and no told count is small', async () => {
    const { rows, columns } = await report();
    const stored = await sql<{ title: string; learners: number; high: number }>`
      select course.title, count(*)::int as learners, count(*) filter (where state = 'scored' and band = 'high')::int as high
      from insight.learner_week join core.course as course using (institution_id, course_id)
      where week_start = ${week} and state not in ('opted_out', 'not_enrolled')
      group by course.title`.execute(database.db);
    const cell = (row: readonly unknown[], column: string) => row[columns.indexOf(column)];
    const courses = rows.filter((row) => cell(row, 'level') === 'course');
    expect(courses.map((row) => cell(row, 'title')).sort()).toEqual(stored.rows.map(({ title }) => title).sort());
    for (const row of courses) {
      const own = stored.rows.find(({ title }) => title === cell(row, 'title'))!;
      expect([rounded(own.learners), 'suppressed']).toContain(cell(row, 'learners'));
      expect([rounded(own.high), 'suppressed']).toContain(cell(row, 'high'));
    }
    for (const count of rows.flatMap((row) => row.slice(4))) {
      if (typeof count === 'number') expect(count === 0 || count >= rule.least, String(count)).toBe(true);
    }
    expect(rows.flat()).toContain('suppressed');
  });

  test('a part tells what the whole tells of it, and no more', async () => {
    const { rows: units } = await sql<{ unitId: number }>`select unit_id from core.unit order by 1`.execute(
      database.db,
    );
    const whole = (await report()).rows.map((row) => JSON.stringify(row));
    for (const { unitId } of units) {
      for (const row of (await report(unitId)).rows) expect(whole).toContain(JSON.stringify(row));
    }
  });

  test('is the same to the byte when it is made again, and its manifest says how it was made', async () => {
    const asked = { unit: 'all', week, rule, definitions: { isolation: [1] } };
    const [one, other] = [filesOf(await report(), asked), filesOf(await report(), asked)];
    expect(one).toEqual(other);
    const manifest = JSON.parse(one.manifest) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      report: 'bands',
      week,
      rule,
      sha256: createHash('sha256').update(one.csv).digest('hex'),
    });
    expect(one.csv.match(/suppressed/g)).toHaveLength(manifest.suppressed as number);
  });

  test('explains every column it has', async () => {
    const { columns, dictionary, rows } = await report();
    expect(Object.keys(dictionary)).toEqual(columns);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
  });
});

describe('health of courses', () => {
  const health = () => healthReport(database.db, { institutionId, unitId: 0, week, rule });

  test('leaves out what the report of bands leaves out, all of a row, and tells the rest as it is stored', async () => {
    const { rows: bands } = await report();
    const { rows, columns } = await health();
    const cell = (row: readonly unknown[], column: string) => row[columns.indexOf(column)];
    const stored = await sql<{ title: string; index: number | null }>`
      select course.title, (week.health ->> 'index')::float8 as index
      from insight.course_week as week join core.course as course using (institution_id, course_id)
      where week.week_start = ${week}`.execute(database.db);
    expect(rows.length).toBe(stored.rows.length);
    const seen = new Set<string>();
    for (const row of rows) {
      const learners = bands.find((line) => line[0] === 'course' && line[1] === cell(row, 'title'))!.at(-1);
      expect(cell(row, 'learners')).toBe(learners);
      const own = stored.rows.find(({ title }) => title === cell(row, 'title'))!.index;
      const told = cell(row, 'index');
      if (learners === 'suppressed')
        expect(row.slice(columns.indexOf('index'), -1)).toEqual(
          row.slice(columns.indexOf('index'), -1).map(() => 'suppressed'),
        );
      else if (own === null) expect(told).toBeNull();
      else expect(told).toBeCloseTo(own, 0.9);
      seen.add(learners === 'suppressed' ? 'suppressed' : own === null ? 'not known' : 'told');
    }
    expect(seen).toContain('told');
    expect(seen.size).toBeGreaterThan(1);
  });

  test('says nothing about instructors, and an unknown is an empty cell beside a zero and what is left out', async () => {
    const made = await health();
    expect(made.columns.join()).not.toMatch(/_ei\b|immediacy/);
    const { csv } = filesOf(
      { ...made, rows: [['a', 0, null, 'suppressed', -1, '=1+1']] },
      { unit: 'all', week, rule, definitions: {} },
    );
    expect(csv.split('\r\n')[1]).toBe("a,0,,suppressed,-1,'=1+1");
  });
});
