import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentile } from '@kith/etl/measures/percentile.ts';
import { wilsonDifference } from '@kith/etl/measures/wilson-difference.ts';
import { wilson } from '@kith/etl/measures/wilson.ts';

describe('the difference of two shares', () => {
  /** Newcombe (1998), table II, method 10. */
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i less %i of %i lies between', (a, m, b, n, low, high) => {
    const interval = wilsonDifference({ share: a / m, people: m }, { share: b / n, people: n })!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('of nobody there is none', () => {
    const [some, none] = [
      { share: 0.5, people: 10 },
      { share: 0, people: 0 },
    ];
    expect(wilsonDifference(some, none)).toBeNull();
    expect(wilsonDifference(none, some)).toBeNull();
  });

  test('turned round it is its own mirror, and holds the difference itself', () => {
    const share = fc
      .tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }))
      .map(([k, n]) => ({ share: Math.min(k, n) / n, people: n }));
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.5, max: 3, noNaN: true }), (one, other, z) => {
        const [there, back] = [wilsonDifference(one, other, z)!, wilsonDifference(other, one, z)!];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.low).toBeLessThanOrEqual(one.share - other.share + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(one.share - other.share - 1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});

test('more than all, or fewer than none, is no share', () => {
  expect(() => wilson(-1, 10)).toThrow(RangeError);
  expect(() => wilson(11, 10)).toThrow(RangeError);
});

/** Hyndman & Fan's type 7, as R and NumPy read a quantile unless told otherwise. */
test.each([
  [[], 0.5, 0],
  [[7], 0.9, 7],
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[10, 9, 2], 0.5, 9],
  [[1, 2, 3, 4], 0.95, 3.85],
  [[1, 2, 3, 4], 1, 4],
])('of %j the %f quantile is %f', (values, share, expected) => {
  expect(percentile(values, share)).toBeCloseTo(expected, 12);
});
