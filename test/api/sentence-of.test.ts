import { expect, test } from 'vitest';
import { sentenceOf } from '@kith/api/queries/sentence-of.ts';
import { courseIndicators } from '@kith/etl/indicators/index.ts';

const of = (id: string) => courseIndicators.find((indicator) => indicator.id === id)!;

test.each([
  ['answered_48h_share', 0.426, /43 %/],
  ['staff_median_reply_h', 26.4, /about 26 hours/],
  ['staff_median_reply_h', 4.25, /about 4.25 hours/],
  ['staff_median_reply_h', 336, /after more than 336 hours/],
  ['participation_gini', 0.613, /0\.61/],
])('%s of %s', (id, value, expected) => {
  expect(sentenceOf(of(id), value)).toMatch(expected);
});
