import { describe, expect, test } from 'vitest';
import { leaveOneOut, learnedOn, outOfTime } from '@kith/etl/backtest/splits.ts';
import { foundByArchetype } from '@kith/etl/backtest/term/archetypes.ts';
import { leadTimes } from '@kith/etl/backtest/term/lead-times.ts';
import { slicesOf } from '@kith/etl/backtest/term/slices.ts';
import { stabilityOf } from '@kith/etl/backtest/term/stability.ts';
import type { LabelId } from '@kith/etl/backtest/labels.ts';
import { heldOut } from '@kith/etl/simulate/archetypes.ts';

import { rowOf, sayings } from './rows.ts';

const titles = (label: LabelId) => new Map([[label, 'it came']]);

describe('lead time', () => {
  // Learner 1 is listed in week 2, learner 2 in week 5, learner 3 never.
  const terms = [
    sayings('a', [{ 1: {}, 2: {} }, { 1: { listed: true } }, {}, { 1: { listed: true } }, { 2: { listed: true } }]),
  ];

  test('is counted from the first listing to the beginning of what lasts', () => {
    const rows = [1, 2, 3].flatMap((person) =>
      [3, 4, 5].map((week) => rowOf('a', person, week, { came: week >= 4 }, 'L2')),
    );
    expect(leadTimes(rows, terms, titles('L2'))).toEqual([
      {
        label: 'L2',
        title: 'it came',
        events: 3,
        listedBefore: 1 / 3,
        twoWeeksAhead: 1 / 3,
        medianWeeks: -1,
        byWeeks: [
          { weeks: -1, learners: 1 },
          { weeks: 2, learners: 1 },
        ],
      },
    ]);
  });

  test('to the last week before it, where it comes at one instant', () => {
    const rows = [2, 3, 4, 5].map((week) => rowOf('a', 1, week, { came: week >= 3 }));
    expect(leadTimes(rows, terms, titles('L1'))[0]).toMatchObject({ events: 1, twoWeeksAhead: 1, medianWeeks: 3 });
  });

  test('says nothing of what came for nobody', () => {
    expect(leadTimes([rowOf('a', 1, 2, { came: false })], terms, titles('L1'))).toEqual([]);
  });
});

test('stability counts changes between two weeks in a row, and everybody who is listed', () => {
  const terms = [
    sayings('a', [
      { 1: {}, 2: { band: null } },
      { 1: { band: 'watch', listed: true }, 2: {} },
      { 1: { band: 'watch' }, 2: {} },
    ]),
  ];
  expect(stabilityOf(terms)).toEqual({ alertsPer100: 100 / 6, bandChanges: 1 / 3, learnerWeeks: 6 });
  expect(stabilityOf([])).toEqual({ alertsPer100: 0, bandChanges: null, learnerWeeks: 0 });
});

describe('splits', () => {
  const rows = ['a', 'b', 'c'].flatMap((course, at) =>
    [1, 2, 3, 4].map((person) =>
      rowOf(course, person, 2, { came: person > 2, score: person, startsAt: at === 2 ? 100 : at }),
    ),
  );

  test('never learn from the course that is tried', () => {
    for (const { train, test: tried } of leaveOneOut(rows)) {
      expect(new Set(tried.map(({ course }) => course)).size).toBe(1);
      expect(train.some(({ course }) => course === tried[0]!.course)).toBe(false);
    }
  });

  test('out of time, learn from what began earlier and try what began last', () => {
    const [fold] = outOfTime(rows);
    expect(new Set(fold!.train.map(({ course }) => course))).toEqual(new Set(['a', 'b']));
    expect(new Set(fold!.test.map(({ course }) => course))).toEqual(new Set(['c']));
    expect(learnedOn(fold!, 'L1')).toHaveLength(4);
  });

  test('of courses that began at once, or in which nothing came, learn nothing', () => {
    expect(outOfTime(rows.map((row) => ({ ...row, startsAt: 5 })))).toEqual([]);
    const never = rows.map((row) => ({ ...row, came: new Map([['L1', false]] as const) }));
    expect(leaveOneOut(never).flatMap((fold) => learnedOn(fold, 'L1'))).toEqual([]);
  });
});

describe('slices', () => {
  const people = Array.from({ length: 120 }, (_, person) => person);
  const region = (person: number): string => (person % 2 === 0 ? 'north' : 'abroad');
  const facts = { regions: new Map(people.map((person) => [person, region(person)])), members: [], groups: [] };
  const terms = [sayings('a', [], facts)];
  const flagged = (often: (person: number) => number) =>
    people.flatMap((person) =>
      Array.from({ length: 10 }, (_, week) =>
        rowOf('a', person, week + 2, { came: false, score: week < often(person) ? 50 : 5 }),
      ),
    );

  test('detect a planted bias, with its cells', () => {
    const slices = slicesOf(
      flagged((person) => (region(person) === 'abroad' ? 4 : 1)),
      terms,
      titles('L1'),
    );
    expect(slices.map(({ attribute, points }) => [attribute, points])).toEqual([
      ['region', 30],
      ['region', 45],
    ]);
    expect(slices[0]!.check).toMatchObject({ alarm: true, ratio: 4 });
    expect(slices[0]!.check.groups.map(({ learners }) => learners)).toEqual([60, 60]);
  });

  test('raise no alarm over equal groups, and say nothing of those for whom it came', () => {
    const same = flagged((person) => (person % 7 === 0 ? 3 : 1));
    expect(slicesOf(same, terms, titles('L1')).every(({ check }) => !check.alarm)).toBe(true);
    const all = same.map((row) => ({ ...row, came: new Map([['L1', true]] as const) }));
    expect(slicesOf(all, terms, titles('L1'))).toEqual([]);
  });
});

describe('the archetype that was held out', () => {
  const rows = Array.from({ length: 40 }, (_, person) =>
    rowOf('a', person, 3, { came: person < 2, score: person < 1 ? 90 : 10 }, 'L5'),
  );
  const { course } = sayings('a', []);

  test('stands first, with the share that is found', () => {
    const archetypeOf = (person: number) => (person < 2 ? heldOut : 'typical');
    expect(foundByArchetype(rows, [{ ...course, archetypeOf }])).toEqual([
      { archetype: heldOut, heldOut: true, learnerWeeks: 2, share: 0.5 },
    ]);
  });

  test('is named also where none was planted; without a truth there is nothing', () => {
    const archetypeOf = () => 'ghost';
    expect(foundByArchetype(rows, [{ ...course, archetypeOf }])[0]).toMatchObject({ archetype: heldOut, share: null });
    expect(foundByArchetype(rows, [course])).toEqual([]);
  });
});
