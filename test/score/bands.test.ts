import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsOver, rawBand, type ScoredWeek } from '@kith/etl/score/bands.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { trendOf } from '@kith/etl/score/trend.ts';

/** Scores of consecutive weeks; null is a week without one. */
const weeks = (scores: readonly (number | null)[]): ScoredWeek[] =>
  scores.map((score, index) => ({ week: index + 1, score }));
const bands = (...scores: (number | null)[]) => bandsOver(weeks(scores), isolation.bands);

test.each([
  [0, 'connected'],
  [29.999, 'connected'],
  [30, 'watch'],
  [44.999, 'watch'],
  [45, 'elevated'],
  [59.999, 'elevated'],
  [60, 'high'],
  [100, 'high'],
])('a single score of %s is %s', (score, band) => {
  expect(rawBand(score, isolation.bands.enter)).toBe(band);
});

describe('up', () => {
  test.each([
    ['two at the threshold', [30, 30], ['connected', 'watch']],
    ['one at the threshold is not enough', [30, 29.999], ['connected', 'connected']],
    ['the lower of two decides', [58, 47], ['watch', 'elevated']],
    ['both must reach it', [44.999, 60], ['connected', 'elevated']],
    ['one with 15 to spare', [45], ['watch']],
    ['a hair less than 15', [44.999], ['connected']],
    ['60 alone is elevated', [60], ['elevated']],
    ['75 alone is high', [75], ['high']],
    ['74.999 alone is elevated', [74.999], ['elevated']],
    ['twice 60', [60, 60], ['elevated', 'high']],
  ] as const)('%s', (_, scores, expected) => {
    expect(bands(...scores)).toEqual(expected);
  });
});

describe('down', () => {
  test.each([
    ['two below the exit', [75, 51.999, 51.999], ['high', 'high', 'elevated']],
    ['one below the exit is not enough', [75, 51.999, 52], ['high', 'high', 'high']],
    ['between exit and threshold nothing moves', [75, 55, 55, 55], ['high', 'high', 'high', 'high']],
    ['to the highest exit that one of the two still holds', [75, 40, 20], ['high', 'high', 'elevated']],
    ['from elevated', [60, 37.999, 37.999], ['elevated', 'elevated', 'watch']],
    ['from watch', [45, 23.999, 23.999], ['watch', 'watch', 'connected']],
    ['at 24 the watch goes on', [45, 24, 23.999, 24], ['watch', 'watch', 'watch', 'watch']],
    ['all the way in one step', [75, 10, 10], ['high', 'high', 'connected']],
  ] as const)('%s', (_, scores, expected) => {
    expect(bands(...scores)).toEqual(expected);
  });
});

describe('missing weeks', () => {
  test('keep the band, and there is none before the first score', () => {
    expect(bands(null, 75, null, null)).toEqual([null, 'high', 'high', 'high']);
  });

  test('scores three weeks apart are consecutive', () => {
    expect(bands(30, null, null, 30)).toEqual(['connected', 'connected', 'connected', 'watch']);
    expect(bands(75, 40, null, null, 40).at(-1)).toBe('elevated');
  });

  test('scores four weeks apart are not: the last stands alone', () => {
    expect(bands(30, null, null, null, 30).at(-1)).toBe('connected');
    expect(bands(75, 10, null, null, null, 10).at(-1)).toBe('high');
    expect(bands(75, 10, null, null, null, 10, 10).at(-1)).toBe('connected');
    expect(bands(0, null, null, null, 75).at(-1)).toBe('high');
  });
});

test('a score that stays on one side of all limits never changes the band', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 23.9, noNaN: true }), { minLength: 1 }), (calm) => {
      expect(new Set(bands(...calm))).toEqual(new Set(['connected']));
      expect(bands(...calm.map((score) => score + 76)).at(-1)).toBe('high');
    }),
    { numRuns: 1000 },
  );
});

describe('trend', () => {
  const trend = (...scores: (number | null)[]) => trendOf(weeks(scores), isolation.trend);

  test.each([
    ['four scores are needed', [10, 20, 30], null],
    ['a missing week is none', [10, null, 20, 30], null],
    ['+4 a week', [10, 14, 18, 22], 'worsening'],
    ['a hair less than +4 a week', [10, 13.9, 17.9, 21.9], 'steady'],
    ['steep in the middle, but less than 10 in all', [20, 10, 30, 29.999], 'steady'],
    ['steep, and 10 in all', [20, 10, 30, 30], 'worsening'],
    ['-4 a week', [40, 36, 32, 28], 'improving'],
    ['a hair less than -4 a week', [40, 36.1, 32.1, 28.1], 'steady'],
    ['down steeply, but less than 10 in all', [30, 40, 20, 20.001], 'steady'],
    ['down steeply, and 10 in all', [30, 40, 20, 20], 'improving'],
    ['10 down in all, but not steeply', [30, 22, 21, 20], 'steady'],
    ['only the last four count', [90, 10, 14, 18, 22], 'worsening'],
    ['one odd week', [20, 21, 60, 22], 'steady'],
    ['over a gap the slope is per week, not per score', [10, null, null, 14, null, null, 18, null, null, 22], 'steady'],
  ] as const)('%s', (_, scores, expected) => {
    expect(trend(...scores)).toBe(expected);
  });
});
