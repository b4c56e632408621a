import { medianWait, type Waiting } from '@kith/etl/measures/kaplan-meier.ts';
import { survivalCurve } from '@kith/etl/measures/survival.ts';
import { describe, expect, test } from 'vitest';

const happened = (...times: number[]): Waiting[] => times.map((time) => ({ time, happened: true }));
const censored = (...times: number[]): Waiting[] => times.map((time) => ({ time, happened: false }));

test('of nobody there is no curve', () => {
  expect(survivalCurve([])).toEqual([]);
});

test('by hand: four people, one censored between two', () => {
  const [first, second, third, fourth] = survivalCurve([...happened(1, 3, 4), ...censored(2)]);
  expect(first).toMatchObject({ time: 1, atRisk: 4, happened: 1, survival: 0.75 });
  expect(second).toMatchObject({ time: 2, atRisk: 3, happened: 0, survival: 0.75 });
  expect(third).toMatchObject({ time: 3, atRisk: 2, happened: 1, survival: 0.375 });
  expect(fourth).toEqual({ time: 4, atRisk: 1, happened: 1, survival: 0, low: null, high: null });
});

test('at the same time what happened comes before what was censored', () => {
  expect(survivalCurve([...happened(1), ...censored(1)])).toMatchObject([{ atRisk: 2, survival: 0.5 }]);
});

/**
 * Remission of the 21 patients who were given 6-mercaptopurine: Freireich et al. (1963), the textbooks' example
 * (Kleinbaum & Klein, Survival Analysis, 3rd ed., table 2.3; Kalbfleisch & Prentice). Intervals on the log(-log) scale.
 */
describe('6-mercaptopurine', () => {
  const waits = [
    ...happened(6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...censored(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];
  test.each([
    [6, 21, 0.857, 0.62, 0.952],
    [7, 17, 0.807, 0.563, 0.923],
    [10, 15, 0.753, 0.503, 0.889],
    [13, 12, 0.69, 0.432, 0.849],
    [16, 11, 0.627, 0.368, 0.805],
    [22, 7, 0.538, 0.268, 0.747],
    [23, 6, 0.448, 0.188, 0.68],
  ])('week %d', (time, atRisk, survival, low, high) => {
    const step = survivalCurve(waits).find((one) => one.time === time)!;
    expect(step.atRisk).toBe(atRisk);
    expect(step.survival).toBeCloseTo(survival, 3);
    expect(step.low).toBeCloseTo(low, 3);
    expect(step.high).toBeCloseTo(high, 3);
  });

  test('half have relapsed after 23 weeks, in whatever order the patients are listed', () => {
    for (const patients of [waits, waits.toReversed(), waits.toSorted((one, other) => other.time - one.time)])
      expect(medianWait(patients)).toEqual({ reached: true, time: 23 });
  });
});

test('before it happened to anybody the curve is 1, and has no interval', () => {
  expect(survivalCurve([...censored(1), ...happened(2), ...censored(3)])[0]).toEqual({
    time: 1,
    atRisk: 3,
    happened: 0,
    survival: 1,
    low: null,
    high: null,
  });
});

test('a curve that has come down to 0 stays there', () => {
  const last = survivalCurve([...happened(1, 2), ...happened(2)]).at(-1);
  expect(last).toMatchObject({ time: 2, survival: 0, low: null, high: null });
});
