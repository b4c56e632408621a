import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Monday } from '@kith/api/contract/monday.ts';
import { openTerm, type OpenTerm } from '../support/open-term.ts';

interface Shown {
  readonly week: number;
  readonly courseId: number;
  readonly personId: number;
}

const weeks = 12;
const keyOf = ({ courseId, personId }: Omit<Shown, 'week'>) => `${courseId}:${personId}`;

/**
 * Twelve weeks, four courses, 240 learners: every Monday the weeks so far are computed, and an instructor who knows nothing
 * but the page reaches out to everybody it names, page after page of ten. By API: the page shows what it answers, and the
 * way by clicks is another test (test/browser/monday.test.ts).
 */
describe('a term with an instructor who uses only the page', () => {
  let kith: OpenTerm;
  const named: Shown[] = [];
  const above: Shown[] = [];
  /** By course and week: who was named, and how many the budget allows. */
  const loads = new Map<string, { named: number; told: number; budget: number }>();

  beforeAll(async () => {
    kith = await openTerm({ courses: 4, students: 240, weeks, seed: 8 });
    for (let week = 3; week <= weeks; week++) {
      await kith.mondayOf(week);
      for (const one of await kith.aboveThreshold(week)) above.push({ ...one, week });
      for (;;) {
        const page = await kith.ask<z.output<typeof Monday>>('GET', '/api/v1/monday');
        const people = page.people.filter(({ queued }) => !queued);
        if (people.length === 0) break;
        for (const { courseId, personId, type } of people) {
          named.push({ week, courseId, personId });
          const { learners } = page.courses.find((course) => course.courseId === courseId)!;
          const load = loads.get(`${courseId}:${week}`) ?? {
            named: 0,
            told: 0,
            budget: Math.max(2, Math.ceil(0.05 * learners)),
          };
          load.named += 1;
          if (type === 'told_us') load.told += 1;
          loads.set(`${courseId}:${week}`, load);
        }
        await kith.ask('POST', '/api/v1/contacts', {
          people: people.map(({ courseId, personId }) => ({ courseId, personId })),
          channel: 'mail',
        });
      }
    }
  }, 900_000);
  afterAll(() => kith.close());

  test('there is something to do, and not with everybody', () => {
    expect(new Set(named.map(({ courseId }) => courseId)).size).toBeGreaterThan(1);
    const people = new Set(named.map(keyOf)).size;
    expect(people).toBeGreaterThan(20);
  });

  test('whoever is above the threshold, and stays there, is named within three weeks', () => {
    const at = new Set(above.map((one) => `${keyOf(one)}@${one.week}`));
    const stays = above.filter((one) => [1, 2, 3].every((later) => at.has(`${keyOf(one)}@${one.week + later}`)));
    expect(new Set(stays.map(keyOf)).size).toBeGreaterThan(20);
    // Whom somebody wrote to in the three weeks before is left in peace for as long.
    const missed = stays.filter(
      (one) => !named.some((hit) => keyOf(hit) === keyOf(one) && Math.abs(hit.week - one.week) <= 3),
    );
    expect(missed).toEqual([]);
  });

  test('nobody is named twice in a week, nor again within three weeks unless the band has risen', async () => {
    for (const [key, all] of Map.groupBy(named, keyOf)) {
      const at = all.map(({ week }) => week);
      expect(new Set(at).size, key).toBe(at.length);
      for (const [index, week] of at.entries()) {
        const before = at[index - 1];
        if (before !== undefined && week - before < 3)
          expect(await kith.rose(all[0]!, before, week), `${key} in weeks ${before} and ${week}`).toBe(true);
      }
    }
  });

  test('the load of a week is never above the budget, but for those who told us themselves', () => {
    for (const [key, load] of loads) expect(load.named - load.told, key).toBeLessThanOrEqual(load.budget);
  });
});
