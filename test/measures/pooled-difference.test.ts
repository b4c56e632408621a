import { pooledDifference } from '@kith/etl/measures/pooled-difference.ts';
import { expect, test } from 'vitest';

test('of one place it is that place', () => {
  expect(pooledDifference([{ difference: 2, variance: 0.25 }])).toMatchObject({
    difference: 2,
    tauSquared: 0,
    low: expect.closeTo(2 - 1.96 * 0.5, 3) as number,
  });
});

test('places that differ no more than their errors are weighted by them', () => {
  const pooled = pooledDifference([
    { difference: 1, variance: 1 },
    { difference: 1.3, variance: 0.5 },
  ]);
  expect(pooled).toMatchObject({ tauSquared: 0, difference: expect.closeTo((1 + 2.6) / 3, 12) as number });
});

// Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to meta-analysis, ch. 12, tables 12.1 and 12.2.
test('places that differ more: the six studies of Borenstein et al.', () => {
  const studies = [
    [0.095, 0.033],
    [0.277, 0.031],
    [0.367, 0.05],
    [0.664, 0.011],
    [0.462, 0.043],
    [0.185, 0.023],
  ].map(([difference, variance]) => ({ difference: difference!, variance: variance! }));
  const pooled = pooledDifference(studies)!;
  expect(pooled.tauSquared).toBeCloseTo(0.037, 2);
  expect(pooled.difference).toBeCloseTo(0.358, 2);
  expect(pooled.low).toBeCloseTo(0.152, 2);
  expect(pooled.high).toBeCloseTo(0.565, 2);
});

test('of none, and of one without error, nothing', () => {
  expect(pooledDifference([])).toBeNull();
  expect(pooledDifference([{ difference: 1, variance: 0 }])).toBeNull();
});
