import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertsOverTerm, typeOf, type AlertWeek } from '@kith/etl/alerts/term.ts';
import type { PatternId } from '@kith/etl/score/patterns.ts';

type Learner = AlertWeek['learners'][number];
const learner = (learnerId: string, but: Partial<Learner> = {}): Learner => ({
  learnerId,
  score: 10,
  band: 'connected',
  confidenceLevel: 'high',
  patterns: [],
  ...but,
});
const term = (weeks: number, learners: (week: number) => readonly Learner[], wayToConnect = true): AlertWeek[] =>
  Array.from({ length: weeks }, (_, index) => ({ week: index + 1, learners: learners(index + 1), wayToConnect }));
const calm = (count: number): Learner[] =>
  Array.from({ length: count }, (_, index) => learner(`calm-${String(index)}`));
const listedBy = (weeks: readonly AlertWeek[]) =>
  alertsOverTerm(weeks).map(({ listed }) => listed.map(({ learnerId }) => learnerId));

describe('a term of alerts', () => {
  test('nobody in the first two weeks, nobody twice within three', () => {
    const weeks = term(7, () => [learner('ana', { band: 'high', score: 80 }), ...calm(19)]);
    expect(listedBy(weeks)).toEqual([[], [], ['ana'], [], [], ['ana'], []]);
  });

  test('a rising band does not wait', () => {
    const weeks = term(4, (week) => [learner('ana', { band: week < 4 ? 'elevated' : 'high' }), ...calm(19)]);
    expect(listedBy(weeks)).toEqual([[], [], ['ana'], ['ana']]);
  });

  test('a quiet course gets one notice, and no list of learners', () => {
    const weeks = term(3, () => [
      ...Array.from({ length: 6 }, (_, index) => learner(`low-${String(index)}`, { band: 'elevated', score: 50 })),
      learner('ana', { patterns: ['told_us'] }),
      ...calm(13),
    ]);
    const last = alertsOverTerm(weeks).at(-1)!;
    expect(last.courseNotice).toBe(true);
    expect(last.listed.map(({ learnerId }) => learnerId)).toEqual(['ana']);
  });

  test('where there is no way to connect nobody is listed, except who spoke', () => {
    const weeks = term(
      3,
      () => [
        learner('ana', { band: 'high', score: 90, patterns: ['gone_quiet'] }),
        learner('ben', { patterns: ['told_us'] }),
        ...calm(18),
      ],
      false,
    );
    expect(listedBy(weeks).at(-1)).toEqual(['ben']);
  });

  test('nobody waits for more than three weeks, whoever comes later with a higher score', () => {
    const arrivals = fc.array(
      fc.record({ from: fc.integer({ min: 1, max: 12 }), score: fc.integer({ min: 45, max: 100 }) }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(arrivals, (arriving) => {
        // At most the capacity of 5 arrives in any week, so that three weeks of lists have room for all.
        const perWeek = new Map<number, number>();
        const kept = arriving.filter(({ from }) => {
          const week = Math.max(3, from);
          perWeek.set(week, (perWeek.get(week) ?? 0) + 1);
          return perWeek.get(week)! <= 5;
        });
        const weeks = term(12, (week) => [
          ...kept.map(({ from, score }, index) =>
            learner(`low-${String(index)}`, week >= from ? { band: 'elevated', score } : {}),
          ),
          ...calm(100 - kept.length),
        ]);
        const lists = listedBy(weeks);
        for (const [index, { from }] of kept.entries()) {
          const due = Math.max(3, from) + 2;
          if (due > 12) continue;
          expect(lists.slice(0, due).flat(), `low-${String(index)} from week ${String(from)}`).toContain(
            `low-${String(index)}`,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('whoever has waited twice comes before newcomers with higher scores', () => {
    const weeks = term(5, (week) => [
      learner('low', week >= 3 ? { band: 'elevated', score: 46 } : {}),
      ...[3, 4, 5].flatMap((from) =>
        Array.from({ length: 5 }, (_, index) =>
          learner(`new-${String(from)}-${String(index)}`, week >= from ? { band: 'high', score: 90 } : {}),
        ),
      ),
      ...calm(84),
    ]);
    expect(listedBy(weeks).map((names) => names.includes('low'))).toEqual([false, false, false, false, true]);
  });

  test('an alert is filed under its weightiest pattern', () => {
    const both: PatternId[] = ['one_partner', 'told_us'];
    expect([typeOf(both), typeOf(['gone_quiet']), typeOf([])]).toEqual(['told_us', 'gone_quiet', 'band']);
  });
});
