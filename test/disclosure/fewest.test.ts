import { expect, test } from 'vitest';
import { fewest, shareOf } from '@kith/etl/disclosure/fewest.ts';

test.each([
  [0, null],
  [4, null],
  [5, 5],
  [7, 5],
  [8, 10],
])('%s people are told as %s', (people, told) => {
  expect(fewest(people)).toBe(told);
});

test.each([
  ['nine are too few for a share', 0, 9, null],
  ['none of ten', 0, 10, 0],
  ['four of ten tell of four', 4, 10, null],
  ['five of ten', 5, 10, 0.5],
  ['six of ten tell of the four others', 6, 10, null],
  ['all of ten', 10, 10, 1],
  ['to whole per cent, of rounded counts', 8, 15, 0.67],
])('%s', (_, part, whole, told) => {
  expect(shareOf(part, whole)).toBe(told);
});
