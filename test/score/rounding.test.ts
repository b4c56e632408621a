import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundTogether } from '@kith/etl/score/rounding.ts';

test.each([
  ['nothing', [], []],
  ['the golden dee: 56.5 prints as 57', [15.276, 9, 10, 3.477, 10, 0, 1.25, 7.5], [15, 9, 10, 4, 10, 0, 1, 8]],
  ['three thirds print as 100, the first has the odd point', [100 / 3, 100 / 3, 100 / 3], [34, 33, 33]],
  ['many small parts do not vanish together', [0.4, 0.4, 0.4, 0.4, 0.4], [1, 1, 0, 0, 0]],
  ['small parts that round to nothing together', [0.2, 0.2], [0, 0]],
  ['unknown stays unknown', [null, 20, null, 10.5], [null, 20, null, 11]],
  ['a hair below a whole number is that number', [9.999999999999998, 20], [10, 20]],
])('%s', (_, parts, expected) => {
  expect(roundTogether(parts)).toEqual(expected);
});

test('the printed parts sum to the printed total, and none is off by a whole point', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 8 }), (parts) => {
      const rounded = roundTogether(parts).map((part) => part!);
      const total = parts.reduce((sum, part) => sum + part, 0);
      expect(Math.abs(rounded.reduce((sum, part) => sum + part, 0) - total)).toBeLessThanOrEqual(0.5 + 1e-6);
      parts.forEach((part, index) => expect(Math.abs(rounded[index]! - part)).toBeLessThan(1));
    }),
    { numRuns: 1000 },
  );
});
