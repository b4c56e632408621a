import { branchesOf, leavesOf, type Branch } from '@kith/etl/disclosure/branch.ts';
import { shareOf } from '@kith/etl/disclosure/fewest.ts';
import { suppressTree } from '@kith/etl/disclosure/hierarchy.ts';
import { rounded } from '@kith/etl/disclosure/rounded.ts';
import { describe, expect, test } from 'vitest';
import { university, without } from './simulated.ts';
import { rangeOf, release, sumOf, toFive, toTheOne, type Known, type Telling } from './told.ts';

/** A solver that is given everything at once: two releases that overlap, and percentages. */
const five = { least: 5, width: 5 };
const ten = { least: 10, width: 10 };
const seeds = [1, 2, 3, 4, 5, 6, 63, 86];
const may = [2, 3];

/** The least and most of every left-out cell of the first pattern. */
function hiddenRanges(root: Branch, known: readonly Known[]) {
  const out = suppressTree(root, five);
  return branchesOf(root).flatMap((branch) =>
    branch.counts.flatMap((count, column) => {
      if (!out.get(branch.key)![column]!) return [];
      const [low, high] = rangeOf(known, sumOf(branch, [column]));
      return [{ small: count > 0 && count < 5, low, high }];
    }),
  );
}

const found = (root: Branch, known: readonly Known[]) =>
  hiddenRanges(root, known).filter(({ low, high }) => high - low < 1 - 1e-6);

/** One week given out with least 5 and with least 10: what one leaves out the other may tell. */
const bothLeasts = (root: Branch, tell: Telling): Known[] => [
  ...release(root, suppressTree(root, five), tell),
  ...release(root, suppressTree(root, ten), tell),
];

/** Learners who may be unconnected, of those with a score, as the pages tell it: a percentage of every node. */
function percentages(root: Branch, exact: boolean): Known[] {
  return branchesOf(root).flatMap((branch): Known[] => {
    const total = branch.counts.at(-1)!;
    const part = may.reduce((sum, column) => sum + branch.counts[column]!, 0);
    const share = exact ? Math.round((100 * part) / total) / 100 : shareOf(part, total);
    if (share === null) return [];
    // From whole per cent of a known whole back to people; rounded, to the fives it was made of.
    const whole = exact ? total : rounded(total);
    const [low, high] = [(share - 0.005) * whole, (share + 0.005) * whole];
    const slack = exact ? 0 : 2;
    return [
      {
        sum: sumOf(branch, may),
        low: Math.max(0, Math.ceil(low - 1e-9) - slack),
        high: Math.floor(high + 1e-9) + slack,
      },
    ];
  });
}

describe('a week that was given out with least 5 and with least 10, and the percentages of the pages', () => {
  test('tells people where counts are told to the one', () => {
    const one = seeds.flatMap((seed) => found(university(seed), bothLeasts(university(seed), toTheOne)));
    const two = seeds.flatMap((seed) => {
      const root = university(seed);
      return found(root, [...release(root, suppressTree(root, five), toTheOne), ...percentages(root, true)]);
    });
    expect(one.filter(({ small }) => small).length + two.filter(({ small }) => small).length).toBeGreaterThan(0);
  });

  test.each(seeds)('tells no cell that was left out where they are told to the nearest five: university %i', (seed) => {
    const root = university(seed);
    const tables = hiddenRanges(root, bothLeasts(root, toFive));
    expect(tables.length).toBeGreaterThan(0);
    for (const { low, high } of tables) expect(high - low).toBeGreaterThanOrEqual(five.width - 1e-6);
    // A percentage narrows a cell beside which its other part is told, and never to one number.
    const ranges = hiddenRanges(root, [...bothLeasts(root, toFive), ...percentages(root, false)]);
    for (const { low, high } of ranges) expect(high - low).toBeGreaterThanOrEqual(2 - 1e-6);
  });
});

describe('two releases between which one learner is gone: the next week, or the same one after they opted out', () => {
  /** Somebody of the largest course, from a band that is told before and after. */
  const leaver = (root: Branch) => {
    const course = leavesOf(root).toSorted((one, other) => other.counts[0]! - one.counts[0]!)[0]!;
    return { course, band: 0, after: without(root, course.key, 0) };
  };
  /** How many of a band are gone, and that it is one of the whole course and nobody came. */
  const changed = (root: Branch, tell: Telling) => {
    const { course, band, after } = leaver(root);
    const known = [
      ...release(root, suppressTree(root, five), tell, ' before'),
      ...release(after, suppressTree(after, five), tell, ' after'),
    ];
    const gone = Object.fromEntries([
      ...Object.keys(sumOf(course, [band], ' before')).map((name) => [name, 1]),
      ...Object.keys(sumOf(course, [band], ' after')).map((name) => [name, -1]),
    ]) as Record<string, number>;
    return rangeOf(known, gone);
  };

  test('tells from which band they went where counts are told to the one', () => {
    const told = seeds.map((seed) => changed(university(seed), toTheOne));
    expect(told.filter(([low, high]) => low === 1 && high === 1).length).toBeGreaterThan(0);
  });

  test.each(seeds)(
    'tells of no change of fewer than five where they are told to the nearest five: university %i',
    (seed) => {
      const [low, high] = changed(university(seed), toFive);
      expect(high - low).toBeGreaterThanOrEqual(5);
      expect([low <= 1, high >= 1]).toEqual([true, true]);
    },
  );
});
