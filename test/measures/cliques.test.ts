import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maximalCliques } from '@kith/etl/measures/cliques.ts';
import { buildNetwork, type Network } from '@kith/etl/measures/network.ts';

const network = (people: number, ties: readonly (readonly [number, number])[]): Network =>
  buildNetwork(
    Array.from({ length: people }, (_, one) => String(one)),
    ties.map(([one, other]) => ({ source: String(one), target: String(other), weight: 1 })),
  );

/** Everybody of three groups of three knows everybody outside the own one: 3 x 3 x 3 cliques (Moon & Moser 1965). */
const moonMoser = network(
  9,
  Array.from({ length: 81 }, (_, pair) => [Math.floor(pair / 9), pair % 9] as const).filter(
    ([one, other]) => Math.floor(one / 3) < Math.floor(other / 3),
  ),
);

test('as many as there are may be counted, and one fewer not', () => {
  expect(maximalCliques(moonMoser, 3)).toBe(27);
  expect(maximalCliques(moonMoser, 3, 27)).toBe(27);
  expect(maximalCliques(moonMoser, 3, 26)).toBeNull();
  expect(maximalCliques(moonMoser, 4)).toBe(0);
});

test('counting ends where there are too many, however many there are', () => {
  // 3^16 cliques: going through all of them would take longer than anybody waits.
  const people = 48;
  const pairs = Array.from({ length: people }, (_, one) =>
    Array.from({ length: people }, (_, other) => [one, other] as const),
  );
  const dense = network(
    people,
    pairs.flat().filter(([one, other]) => Math.floor(one / 3) < Math.floor(other / 3)),
  );
  expect(maximalCliques(dense, 3, 1000)).toBeNull();
});

test('a pair is a clique of two, a loner none', () => {
  expect(maximalCliques(network(3, [[0, 1]]), 2)).toBe(1);
  expect(maximalCliques(network(3, [[0, 1]]), 1)).toBe(1);
  expect(maximalCliques(network(3, []), 1)).toBe(0);
});

test('they are what trying every group of people finds', () => {
  const people = 7;
  const tie = fc.tuple(fc.nat(people - 1), fc.nat(people - 1));
  fc.assert(
    fc.property(fc.array(tie, { maxLength: 25 }), fc.integer({ min: 2, max: 4 }), (ties, atLeast) => {
      const known = new Set(
        ties
          .filter(([one, other]) => one !== other)
          .flatMap(([one, other]) => [one * people + other, other * people + one]),
      );
      const isClique = (group: number): boolean =>
        membersOf(group).every((one) =>
          membersOf(group).every((other) => one === other || known.has(one * people + other)),
        );
      const cliques = Array.from({ length: 2 ** people }, (_, group) => group).filter(isClique);
      const maximal = cliques.filter(
        (group) => !cliques.some((larger) => larger !== group && (larger & group) === group),
      );
      const expected = maximal.filter((group) => membersOf(group).length >= atLeast).length;
      expect(maximalCliques(network(people, ties), atLeast)).toBe(expected);
    }),
    { numRuns: 300 },
  );
});

const membersOf = (group: number): number[] =>
  Array.from({ length: 7 }, (_, one) => one).filter((one) => (group >> one) & 1);
