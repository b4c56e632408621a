import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mixingRate, mixingReach, type Link } from '@kith/etl/measures/assortativity.ts';

type Tie = readonly [from: string, to: string];

/** Undirected ties as they stand in a mixing matrix: every one both ways round. */
const bothWays = (ties: readonly Tie[]): Link[] => {
  const weights = new Map<string, number>();
  for (const [from, to] of ties) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      weights.set(`${one} ${other}`, (weights.get(`${one} ${other}`) ?? 0) + 1);
  }
  return [...weights].map(([pair, weight]) => {
    const [from, to] = pair.split(' ') as [string, string];
    return { from, to, weight };
  });
};

test('by hand: two ties within each of two groups, one between', () => {
  const links = bothWays([
    ['a', 'a'],
    ['a', 'a'],
    ['b', 'b'],
    ['b', 'b'],
    ['a', 'b'],
  ]);
  // r = (0.8 - 0.5) / 0.5; without one within a: (0.75 - 0.53125) / 0.46875 = 7 / 15; without the one between: 1.
  const told = mixingReach(links)!;
  expect(told.r).toBeCloseTo(0.6, 12);
  expect(told.reach).toBeCloseTo(1.959963984540054 * Math.sqrt(4 * (0.6 - 7 / 15) ** 2 + 0.4 ** 2), 12);
});

test('where there is nothing to mix there is no reach either', () => {
  expect(mixingReach([])).toBeNull();
  expect(mixingReach(bothWays([['a', 'a']]))).toBeNull();
});

test('it is each tie left out in turn', () => {
  const group = fc.constantFrom('a', 'b', 'c');
  fc.assert(
    fc.property(fc.array(fc.tuple(group, group), { minLength: 2, maxLength: 15 }), (ties) => {
      const links = bothWays(ties);
      const r = mixingRate(links);
      const told = mixingReach(links);
      expect(told === null).toBe(r === null);
      if (r === null) return;
      const squares = ties.map((_, out) => ((mixingRate(bothWays(ties.toSpliced(out, 1))) ?? r) - r) ** 2);
      expect(told!.r).toBe(r);
      expect(told!.reach).toBeCloseTo(1.959963984540054 * Math.sqrt(squares.reduce((sum, one) => sum + one, 0)), 9);
    }),
    { numRuns: 1000 },
  );
});
