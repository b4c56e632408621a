import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import type { Health } from '@kith/etl/health/health.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { coursesOf, faults } from './courses-with-faults.ts';

let database: FreshDatabase;
const health = new Map<string, Health>();

beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  expect(await loadRecords(database.db, institutionId, coursesOf())).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: new Date(at(28, 6)) })).toMatchObject({ failed: [] });
  const { rows } = await sql<{ course: string; health: Health }>`
    select key as course, health from insight.course_immediacy join core.course_key using (institution_id, course_id)
    where week = 4`.execute(database.db);
  for (const row of rows) health.set(row.course, row.health);
}, 300_000);
afterAll(() => database.drop());

const theme = (course: string, id: string) => health.get(course)!.themes.find((one) => one.theme === id)!;
const worth = (course: string, id: string): number =>
  health
    .get(course)!
    .themes.flatMap(({ indicators }) => indicators)
    .find((one) => one.id === id)!.score;

test('a healthy course is healthy', () => {
  expect(health.get('healthy')!.index).toBeGreaterThan(70);
});

test.each(Object.entries(faults))('%s cuts its indicator by 30 points and its theme by 9', (name, fault) => {
  expect(worth('healthy', fault.indicator) - worth(name, fault.indicator)).toBeGreaterThanOrEqual(30);
  expect(theme('healthy', fault.theme).score - theme(name, fault.theme).score).toBeGreaterThanOrEqual(9);
});

test('a quiet forum cuts communication by 9 points', () => {
  expect(theme('healthy', 'CO').score - theme('quiet', 'CO').score).toBeGreaterThanOrEqual(9);
});
