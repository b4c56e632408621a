import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldLeadTime } from '@kith/etl/backtest/keep/told-lead-time.ts';
import type { LeadTime } from '@kith/etl/backtest/term/lead-times.ts';

const of = (byWeeks: LeadTime['byWeeks'], events: number): LeadTime => {
  const share = (least: number): number =>
    byWeeks.filter(({ weeks }) => weeks >= least).reduce((sum, { learners }) => sum + learners, 0) / events;
  return {
    ...{ label: 'L5', title: 'L5', events, medianWeeks: null },
    ...{ listedBefore: share(0), twoWeeksAhead: share(2), byWeeks },
  };
};

test.each([
  ['few, alone in the two weeks ahead', [[2, 3]], 30, null, null, [null]],
  [
    'few beside many: the next smallest goes too',
    [
      [2, 3],
      [3, 6],
      [4, 9],
    ],
    30,
    0.6,
    0.6,
    [null, null, 9],
  ],
  [
    'few afterwards: nobody knows their sum',
    [
      [-1, 3],
      [2, 8],
    ],
    30,
    8 / 30,
    8 / 30,
    [null, 8],
  ],
  [
    'nobody left out',
    [
      [-1, 6],
      [0, 7],
      [2, 8],
    ],
    30,
    0.5,
    8 / 30,
    [6, 7, 8],
  ],
  [
    'listed by then: all but four',
    [
      [0, 13],
      [2, 13],
    ],
    30,
    null,
    13 / 30,
    [13, 13],
  ],
] as const)('%s', (_, counts, events, listedBefore, twoWeeksAhead, expected) => {
  const told = toldLeadTime(
    of(
      counts.map(([weeks, learners]) => ({ weeks, learners })),
      events,
    ),
  );
  expect(told.listedBefore).toEqual(listedBefore);
  expect(told.twoWeeksAhead).toEqual(twoWeeksAhead);
  expect(told.byWeeks.map(({ learners }) => learners)).toEqual(expected);
});

test('no count of fewer than five follows from what is told', () => {
  const counts = fc.uniqueArray(
    fc.record({ weeks: fc.integer({ min: -3, max: 6 }), learners: fc.integer({ min: 1, max: 12 }) }),
    {
      selector: ({ weeks }) => weeks,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(counts, fc.nat(40), (byWeeks, unlisted) => {
      const events = byWeeks.reduce((sum, { learners }) => sum + learners, 0) + unlisted;
      fc.pre(events >= 5);
      const told = toldLeadTime(of(byWeeks, events));
      const known = [
        [told.listedBefore, 0, Infinity],
        [told.twoWeeksAhead, 2, Infinity],
        [told.listedBefore === null ? null : told.twoWeeksAhead, 0, 2],
      ] as const;
      // What a reader with a pencil does: a sum with one count missing gives it, and that may give the next.
      const given = new Set(told.byWeeks.flatMap(({ learners }, at) => (learners === null ? [] : [at])));
      for (let before = -1; before < given.size;) {
        before = given.size;
        for (const [share, from, to] of known) {
          const rest = byWeeks.flatMap(({ weeks }, at) => (weeks >= from && weeks < to && !given.has(at) ? [at] : []));
          if (share === null || rest.length === 0) continue;
          expect(rest.reduce((sum, at) => sum + byWeeks[at]!.learners, 0)).toBeGreaterThanOrEqual(5);
          if (rest.length === 1) given.add(rest[0]!);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
