import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compute } from '@kith/etl/compute/compute.ts';
import { indicators } from '@kith/etl/indicators/index.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { recordsOf, type Story } from '../support/story.ts';

interface Example extends Story {
  /** Course week whose values are expected; 4 unless said. */
  readonly week?: number;
  /** By person, or the course's value. */
  readonly expect: Readonly<Record<string, number | string | null>> | number | string | null;
}

type Values = Readonly<Record<string, number | string | null>>;

/** A registered indicator without a worked example fails here: the file is read for every one. */
const examples = indicators.map((indicator) => ({
  indicator,
  example: parse(
    readFileSync(new URL(`../fixtures/indicators/${indicator.id}.yaml`, import.meta.url), 'utf8'),
  ) as Example,
}));

let database: FreshDatabase;
const learners = new Map<string, Values>();
const courses = new Map<string, Values>();

/** Each story is a course of its own in one database: loading and computing once is most of the time. */
beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const records = examples.flatMap(({ indicator, example }) => recordsOf(indicator.id, example));
  expect(await loadRecords(database.db, institutionId, records)).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: new Date(at(49, 1)) })).toMatchObject({ failed: [] });
  const rows = await sql<{ course: string; name: string; week: number; indicators: Values }>`
    select split_part(display_name, '/', 1) as course, split_part(display_name, '/', 2) as name, week, indicators
    from insight.learner_week join identity.person using (institution_id, person_id)`.execute(database.db);
  for (const row of rows.rows) learners.set(`${row.course} ${String(row.week)} ${row.name}`, row.indicators);
  const weeks = await sql<{ course: string; week: number; indicators: Values }>`
    select key as course, week, shared.indicators || own.indicators as indicators
    from insight.course_week as shared
    join insight.course_immediacy as own using (institution_id, course_id, week)
    join core.course_key using (institution_id, course_id)`.execute(database.db);
  for (const row of weeks.rows) courses.set(`${row.course} ${String(row.week)}`, row.indicators);
}, 300_000);
afterAll(() => database.drop());

describe('every indicator answers its worked example', () => {
  test.each(examples.map((one) => [one.indicator.id, one] as const))('%s', (id, { indicator, example }) => {
    const week = String(example.week ?? 4);
    if (indicator.of === 'course') {
      expectValue(courses.get(`${id} ${week}`)?.[id] ?? null, example.expect as number | null);
      return;
    }
    for (const [name, value] of Object.entries(example.expect as Values)) {
      expectValue(learners.get(`${id} ${week} ${name}`)?.[id] ?? null, value, name);
    }
  });
});

function expectValue(value: number | string | null, expected: number | string | null, who?: string): void {
  if (typeof expected === 'number' && typeof value === 'number') expect(value, who).toBeCloseTo(expected, 6);
  else expect(value, who).toBe(expected);
}
