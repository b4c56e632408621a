import { describe, expect, test } from 'vitest';
import { atK, usualK } from '@kith/etl/backtest/metrics/at-k.ts';
import { averagePrecision, prevalence } from '@kith/etl/backtest/metrics/average-precision.ts';
import { bootstrapLearners } from '@kith/etl/backtest/metrics/bootstrap.ts';
import { calibration } from '@kith/etl/backtest/metrics/calibration.ts';
import { fitLogistic } from '@kith/etl/backtest/metrics/logistic.ts';
import { foundAt, macroRecall } from '@kith/etl/backtest/metrics/recall-at-false-positives.ts';
import { auc, type Ranked } from '@kith/etl/backtest/metrics/roc-auc.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';

const ranked = (...cases: readonly (readonly [score: number, came: 0 | 1])[]): Ranked[] =>
  cases.map(([score, came]) => ({ score, came: came === 1 }));
// Scores and labels of scikit-learn's own example of average precision, and one with ties.
const four = ranked([0.1, 0], [0.4, 0], [0.35, 1], [0.8, 1]);
const tied = ranked([1, 1], [1, 0], [0, 0], [0, 1]);

describe('a ranking', () => {
  test('area under the ROC curve, and what chance makes of ties', () => {
    expect(auc(four)).toBe(0.75);
    expect(auc(tied)).toBe(0.5);
    expect(auc(ranked([1, 1], [2, 1]))).toBeNaN();
  });

  test('average precision beside the prevalence', () => {
    expect(averagePrecision(four)).toBeCloseTo(0.8333, 4);
    expect(averagePrecision(tied)).toBeCloseTo(0.5, 12);
    expect(prevalence(four)).toBe(0.5);
    expect(averagePrecision(ranked([1, 0]))).toBeNaN();
  });

  test('at k, ties at the border count by their share', () => {
    expect(atK(four, 1)).toEqual({ k: 1, precision: 1, recall: 0.5 });
    expect(atK(tied, 1)).toEqual({ k: 1, precision: 0.5, recall: 0.25 });
    expect(atK(tied, 9)).toEqual({ k: 4, precision: 0.5, recall: 1 });
    expect([usualK(1), usualK(20), usualK(21), usualK(60)]).toEqual([1, 1, 2, 3]);
  });

  test.each([38, 39, 40, 41, 60])('of %i for whom it did not come, five in a hundred are found', (count) => {
    const calm = Array.from({ length: count }, (_, score) => ({ score, came: false }));
    const found = foundAt([...calm, { score: 99, came: true }]);
    expect(calm.reduce((sum, { score }) => sum + found(score), 0)).toBeCloseTo(count / 20, 12);
    expect(found(99)).toBe(1);
  });

  test('without anybody for whom it did not come, nobody is found', () => {
    expect(foundAt(ranked([1, 1]))(1)).toBe(0);
  });

  test('a rare kind counts like a common one', () => {
    const found = new Map([
      ['common', Array.from({ length: 99 }, () => 1)],
      ['rare', [0]],
    ]);
    expect(macroRecall(found)).toBe(0.5);
  });
});

test('calibration: ten bins, their distance from the diagonal, and the Brier score', () => {
  const { bins, brier, ece } = calibration([
    { p: 0.05, came: false },
    { p: 0.95, came: true },
    { p: 1, came: false },
  ]);
  expect(bins[0]).toEqual({ from: 0, cases: 1, foretold: 0.05, observed: 0 });
  expect(bins[4]).toEqual({ from: 0.4, cases: 0, foretold: null, observed: null });
  expect(bins[9]).toMatchObject({ cases: 2, observed: 0.5 });
  expect(bins[9]!.foretold).toBeCloseTo(0.975, 12);
  expect(brier).toBeCloseTo((0.05 ** 2 + 0.05 ** 2 + 1) / 3, 12);
  expect(ece).toBeCloseTo((0.05 + 2 * 0.475) / 3, 12);
});

describe('a logistic regression', () => {
  const random = randomOf(3, 'logistic');
  const rows = Array.from({ length: 4000 }, () => [random.normal(0, 1), random.normal(10, 5)] as const);
  const came = rows.map(([one, other]) => random.chance(1 / (1 + Math.exp(-(one - 0.4 * (other - 10))))));

  test('finds what made the labels', () => {
    const model = fitLogistic(rows, came, { steps: 2000 });
    expect(model.coefficients[0]).toBeCloseTo(1, 0);
    expect(model.coefficients[1]! / 5).toBeCloseTo(-0.4, 1);
    expect(model.predict([0, 10])).toBeCloseTo(0.5, 1);
  });

  test('with no coefficient below 0 where none may be', () => {
    expect(fitLogistic(rows, came, { nonNegative: true }).coefficients[1]).toBe(0);
  });

  test('refuses to learn from nothing', () => {
    expect(() => fitLogistic([], [])).toThrow(RangeError);
  });
});

test('the interval is over learners: ten weeks of one learner are no ten learners', () => {
  const weeks = (per: number) =>
    new Map(Array.from({ length: 40 }, (_, at) => [`l${at}`, Array.from({ length: per }, () => at % 2)] as const));
  const mean = (rows: readonly number[]) => rows.reduce((sum, row) => sum + row, 0) / rows.length;
  const width = (per: number) => {
    const { low, high } = bootstrapLearners(weeks(per), mean, randomOf(1), 400)!;
    return high - low;
  };
  expect(width(10)).toBeCloseTo(width(1), 12);
  expect(width(1)).toBeGreaterThan(0.2);
  expect(bootstrapLearners(weeks(1), () => NaN, randomOf(1), 5)).toBeNull();
});
