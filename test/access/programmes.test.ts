import type { getProgramme, listProgrammes } from '@kith/api/contract/programmes.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import { isOrdered } from '@kith/api/queries/programmes/ranking.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const listed = async (who: StaffRole) =>
  (await kith.ask(who, 'GET', '/api/v1/programmes')).json<ResponseOf<typeof listProgrammes>>();
const page = async (who: StaffRole, unitId: number) => {
  const answer = await kith.ask(who, 'GET', `/api/v1/programmes/${String(unitId)}`);
  return { status: answer.statusCode, text: answer.body, ...answer.json<ResponseOf<typeof getProgramme>>() };
};

describe('a programme', () => {
  test('is for whoever may see the numbers of every course below it', async () => {
    expect((await listed('lead')).map(({ title }) => title)).toEqual(['Humanities']);
    expect((await page('lead', kith.humanities)).status).toBe(200);
    expect((await page('lead', kith.sciences)).status).toBe(404);
    // They teach one of its two courses.
    expect(await listed('instructor')).toEqual([]);
    expect((await page('instructor', kith.humanities)).status).toBe(404);
    for (const who of ['steward', 'learner', 'support'] as const) expect(await listed(who), who).toEqual([]);
  });

  test('shows its courses side by side, each with its weeks, in the order of titles', async () => {
    const { courses, programme, weeks } = await page('lead', kith.humanities);
    expect(courses.map(({ courseId }) => courseId).sort()).toEqual([kith.own.courseId, kith.sibling.courseId].sort());
    expect(courses.map(({ title }) => title)).toEqual(courses.map(({ title }) => title).toSorted());
    expect(programme.courses).toBe(2);
    for (const { weeks: own, week } of courses) expect(own.at(-1)?.week).toBe(week);
    expect(weeks.length).toBeGreaterThanOrEqual(courses[0]!.weeks.length);
  });

  test('names nobody, and says nothing about those who teach', async () => {
    const { text, courses, programme } = await page('lead', kith.humanities);
    for (const { name } of [...Object.values(kith.staff), ...kith.own.learners]) expect(text).not.toContain(name);
    expect(text).not.toMatch(/staff_(reach|median|dependence)/);
    expect([programme.health, ...courses.map(({ health }) => health)].map(({ immediacy }) => immediacy)).toEqual([
      false,
      false,
      false,
    ]);
    expect(text).not.toContain('"EI"');
  });
});

test('who teaches a course reads what is about them there, and a lead does not', async () => {
  const health = async (who: StaffRole) => {
    const { body } = await kith.ask(who, 'GET', `/api/v1/courses/${String(kith.own.courseId)}`);
    return {
      tells: /"EI"|staff_reach/.test(body),
      immediacy: (JSON.parse(body) as { health: { immediacy: boolean } }).health.immediacy,
    };
  };
  expect(await health('instructor')).toEqual({ tells: true, immediacy: true });
  expect(await health('lead')).toEqual({ tells: false, immediacy: false });
});

test.each([
  [
    'two apart',
    [
      { low: 10, high: 20 },
      { low: 21, high: 30 },
    ],
    true,
  ],
  [
    'in whatever order they come',
    [
      { low: 21, high: 30 },
      { low: 10, high: 20 },
    ],
    true,
  ],
  [
    'two that touch',
    [
      { low: 10, high: 20 },
      { low: 20, high: 30 },
    ],
    false,
  ],
  [
    'one within another',
    [
      { low: 10, high: 40 },
      { low: 20, high: 30 },
    ],
    false,
  ],
  ['one that has none', [{ low: 10, high: 20 }, null, { low: 21, high: 30 }], false],
  ['one alone', [{ low: 10, high: 20 }], false],
])('an order by health is offered for intervals that lie apart: %s', (_, intervals, expected) => {
  expect(isOrdered(intervals)).toBe(expected);
});
