import type { Waiting } from '@kith/etl/measures/kaplan-meier.ts';
import { survivalCurve } from '@kith/etl/measures/survival.ts';
import { toldCurve } from '@kith/etl/cohorts/told-curve.ts';
import { areTooClose } from '@kith/etl/cohorts/too-close.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const many = (count: number, time: number, happened: boolean): Waiting[] =>
  Array.from({ length: count }, () => ({ time, happened }));

describe('a curve as it is told', () => {
  test('of nine people: none', () => {
    expect(toldCurve(many(9, 3, true))).toBeNull();
  });

  test('a step of one waits until five stand behind it', () => {
    const told = toldCurve([1, 2, 3, 4, 5].flatMap((week) => many(1, week, true)).concat(many(35, 8, false)))!;
    expect(told.points.map(({ week, share, atRisk }) => [week, share, atRisk])).toEqual([
      [5, 0.88, 35],
      [8, 0.88, 35],
    ]);
    expect(told.cut).toBe(false);
  });

  test('four who left at the end are not drawn, and the line says that it goes on', () => {
    const told = toldCurve([...many(6, 2, true), ...many(4, 5, true), ...many(20, 6, false)])!;
    expect(told.points.map(({ week }) => week)).toEqual([2]);
    expect(told.cut).toBe(true);
  });

  test('where fewer than ten are watched nothing is drawn', () => {
    const told = toldCurve([...many(20, 3, false), ...many(9, 7, true)])!;
    expect(told.points.map(({ week }) => week)).toEqual([3]);
    expect(told.cut).toBe(true);
  });

  test('nobody left: a line at the top', () => {
    expect(toldCurve(many(30, 6, false))).toEqual({
      people: 30,
      points: [{ week: 6, share: 1, low: null, high: null, atRisk: 30 }],
      cut: false,
    });
  });
});

test('whatever happens, no two neighbours of a told curve differ by one to four people', () => {
  const wait = fc.record({ time: fc.integer({ min: 0, max: 12 }), happened: fc.boolean() });
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 120 }), (waits) => {
      const told = toldCurve(waits);
      expect(told === null).toBe(waits.length < 10);
      const truth = survivalCurve(waits);
      let from = -1;
      for (const { week, atRisk, share } of told?.points ?? []) {
        const between = truth.filter(({ time }) => time > from && time <= week);
        const gone = between.reduce((sum, step) => sum + step.happened, 0);
        const left = between.at(-1)!.atRisk - between.at(-1)!.happened;
        expect([gone, left].filter((people) => people > 0 && people < 5)).toEqual([]);
        expect(between.at(-1)!.atRisk).toBeGreaterThanOrEqual(10);
        expect([atRisk % 5, Math.abs(share * 100 - Math.round(share * 100)) < 1e-9]).toEqual([0, true]);
        from = week;
      }
    }),
  );
});

describe('two groups', () => {
  const people = (from: number, to: number) =>
    new Set(Array.from({ length: to - from }, (_, index) => `1/${String(from + index)}`));
  test.each([
    ['the same', people(0, 30), people(0, 30), false],
    ['one less', people(0, 30), people(0, 29), true],
    ['nine less', people(0, 30), people(0, 21), true],
    ['ten less', people(0, 30), people(0, 20), false],
    ['apart', people(0, 12), people(20, 32), false],
    ['each a few of their own', people(0, 30), people(3, 33), true],
    ['each many of their own', people(0, 30), people(15, 45), false],
  ])('%s', (_, one, other, tooClose) => {
    expect([areTooClose(one, other), areTooClose(other, one)]).toEqual([tooClose, tooClose]);
  });
});
