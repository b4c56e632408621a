import { expect, test } from 'vitest';
import { studentT } from '@kith/etl/measures/student-t.ts';

/** Two-sided 95 %, from printed tables. */
test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [5, 2.571],
  [7, 2.365],
  [10, 2.228],
  [30, 2.042],
  [1000, 1.962],
])('with %d degrees of freedom 97.5 %% lie below %d', (df, expected) => {
  expect(Math.abs(studentT(0.975, df) - expected)).toBeLessThan(0.01);
});

/** Printed tables, one-sided. The expansion is good to three digits in the middle, to a hundredth of it far out. */
test.each([
  [0.75, 1, 1],
  [0.75, 2, 0.8165],
  [0.75, 4, 0.7407],
  [0.75, 10, 0.6998],
  [0.9, 1, 3.0777],
  [0.9, 4, 1.5332],
  [0.9, 6, 1.4398],
  [0.95, 6, 1.9432],
  [0.975, 6, 2.4469],
  [0.975, 8, 2.306],
  [0.99, 8, 2.8965],
  [0.995, 8, 3.3554],
  [0.995, 20, 2.8453],
])('%f of t with %i degrees of freedom lie below %f', (p, df, expected) => {
  expect(Math.abs(studentT(p, df) / expected - 1)).toBeLessThan(1e-3);
});

test('without number of degrees it is the normal distribution, across the seam of its approximation', () => {
  expect(studentT(0.97574999, 1e9)).toBeCloseTo(1.9727, 3);
  for (const [p, z] of [
    [0.6, 0.2533471031],
    [0.84134474607, 1],
    [0.97574, 1.97268],
    [0.97576, 1.973032],
    [0.99865010197, 3],
  ] as const)
    expect(Math.abs(studentT(p, 1e12) - z)).toBeLessThan(2e-4);
});

test('other levels, in the middle and at the end', () => {
  expect(studentT(0.95, 10)).toBeCloseTo(1.812, 2);
  expect(studentT(0.995, 10)).toBeCloseTo(3.169, 2);
});

test('what is no share and no sample is refused', () => {
  for (const [p, df] of [
    [0.5, 10],
    [1, 10],
    [0.975, 0],
  ] as const)
    expect(() => studentT(p, df)).toThrow(RangeError);
});
