import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { listCourseSteps } from '@kith/api/contract/course-steps.ts';
import { stepsFor } from '@kith/api/care/course-steps.ts';
import { Theme } from '@kith/api/contract/course-steps.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const path = () => `/api/v1/courses/${kith.own.courseId}/steps`;
const list = async () =>
  (await kith.ask('instructor', 'GET', path())).json<z.output<(typeof listCourseSteps)['response']>>();
const note = (body: object) => kith.ask('instructor', 'POST', path(), body);

async function health(week: number, index: number, weakestTheme = 'CO'): Promise<void> {
  for (const [table, health] of [
    // Whoever does not teach the course sees another number and another weakest theme: that one is not asked here.
    ['insight.course_week', { index: index + 9, weakestTheme: 'VC' }],
    ['insight.course_immediacy', { index, weakestTheme }],
  ] as const) {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set health = ${JSON.stringify(health)}::jsonb
      where course_id = ${kith.own.courseId} and week = ${week}`.execute(kith.database.owner);
    expect(numAffectedRows).toBe(1n);
  }
}

const mondayOf = async (week: number) =>
  (
    await kith.database.owner
      .selectFrom('insight.courseWeek')
      .select('weekStart')
      .where('courseId', '=', kith.own.courseId)
      .where('week', '=', week)
      .executeTakeFirstOrThrow()
  ).weekStart;

test('every theme has steps, each with whom it is taken from; without a theme there is one for each', () => {
  for (const theme of Theme.options) {
    expect(stepsFor(theme).length, theme).toBeGreaterThan(0);
    expect(stepsFor(theme).every(({ source }) => /\d{4}/.test(source))).toBe(true);
  }
  expect(
    stepsFor(null)
      .map(({ theme }) => theme)
      .sort(),
  ).toEqual([...Theme.options].sort());
});

test('the weakest theme of the last week decides what is proposed', async () => {
  await health(6, 61);
  const { weakest, proposed } = await list();
  expect(weakest).toBe('CO');
  expect(proposed.map(({ step }) => step)).toContain('answer_rota');
  await health(6, 61, 'EI');
  expect((await list()).weakest).toBe('EI');
});

test('a step stands with its week, and health before and since', async () => {
  await health(2, 48);
  await health(6, 61);
  const day = await mondayOf(3);
  expect((await note({ step: 'answer_rota', theme: 'CO', onDay: day, remark: 'Ana and Ben begin' })).statusCode).toBe(
    200,
  );
  expect((await list()).done).toMatchObject([
    { step: 'answer_rota', onDay: day, week: 3, before: 48, since: 61, remark: 'Ana and Ben begin', mine: true },
  ]);
});

test('a step in the future, or of one’s own without a word, is refused', async () => {
  const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  expect((await note({ step: 'mix_groups', theme: 'VC', onDay: tomorrow })).statusCode).toBe(400);
  expect((await note({ step: 'own', theme: 'VC', onDay: '2026-01-05' })).statusCode).toBe(400);
});

test('it is taken back by whoever noted it', async () => {
  const [one] = (await list()).done;
  const undo = `${path()}/${one!.stepId}/withdraw`;
  expect((await kith.ask('assistant', 'POST', undo)).statusCode).toBe(404);
  expect((await kith.ask('instructor', 'POST', undo)).statusCode).toBe(200);
  expect((await list()).done).toEqual([]);
});
