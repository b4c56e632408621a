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
