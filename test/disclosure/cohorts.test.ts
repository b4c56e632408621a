import { areTooClose, wouldTellOfFew, type Members } from '@kith/etl/cohorts/too-close.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { describe, expect, test } from 'vitest';
import { rangeOf, type Known } from './told.ts';

/**
 * Cohorts of one owner that overlap, and whole courses, of which an attacker is told to the one how many "are still there".
 * Unknown is of every person whether they are: a number of 0 to 1.
 */
const course = (number: number, people: number): Members =>
  new Set(Array.from({ length: people }, (_, index) => `${String(number)}/${String(index)}`));
const slice = (of: Members, from: number, to: number): Members => new Set([...of].slice(from, to));

type MayTell = (next: Members, cohorts: readonly Members[], courses: readonly Members[]) => boolean;

/** Two groups at a time, as it was before. */
const byPairs: MayTell = (next, cohorts, courses) =>
  ![...cohorts, ...courses].some((other) => areTooClose(next, other));
const byPieces: MayTell = (next, cohorts, courses) => !wouldTellOfFew(next, { cohorts, courses });

/** Cohorts that are told, one saved after the other. */
function toldOf(wished: readonly Members[], courses: readonly Members[], may: MayTell): readonly Members[] {
  const told: Members[] = [];
  for (const next of wished) if (may(next, told, courses)) told.push(next);
  return told;
}

/** How much an attacker can say of a few people, from everything told: 1 is nothing at all, 0 is everything. */
function leftOpen(few: Members, told: readonly Members[], still: (person: string) => boolean): number {
  const everybody = [...told.reduce((all, one) => all.union(one), few)];
  const known: Known[] = [
    ...everybody.map((person) => ({ sum: { [person]: 1 }, low: 0, high: 1 })),
    ...told.map((group) => {
      const there = [...group].filter(still).length;
      return { sum: Object.fromEntries([...group].map((person) => [person, 1])), low: there, high: there };
    }),
  ];
  const [low, high] = rangeOf(known, Object.fromEntries([...few].map((person) => [person, 1])));
  return (high - low) / few.size;
}

const courses = [course(1, 20), course(2, 20), course(3, 20)];
const [one, two, three] = courses as [Members, Members, Members];
/** Every second person, so that no group is all or none. */
const still = (person: string) => Number(person.split('/')[1]) % 2 === 0;

/** Each told group differs from each other by ten or more, and together they tell of three. */
const attacks: Readonly<Record<string, { readonly wished: readonly Members[]; readonly few: Members }>> = {
  'two that share three, and both together': {
    wished: [slice(one, 0, 20).union(slice(two, 0, 13)), slice(two, 10, 20).union(three), one.union(two).union(three)],
    few: slice(two, 10, 13),
  },
  'three that make up a fourth but for three': {
    wished: [
      slice(one, 0, 10).union(slice(two, 0, 10)),
      slice(one, 10, 20).union(slice(three, 0, 10)),
      one.union(slice(two, 0, 13)).union(slice(three, 0, 10)),
    ],
    few: slice(two, 10, 13),
  },
};

describe.each(Object.entries(attacks))('%s', (_, { wished, few }) => {
  test('tell of them where groups are compared two at a time', () => {
    const told = toldOf(wished, [], byPairs);
    expect(told.length).toBe(wished.length);
    expect(leftOpen(few, told, still)).toBeLessThan(0.5);
  });

  test('do not where every piece must have ten', () => {
    for (const beside of [[], courses]) {
      const told = toldOf(wished, beside, byPieces);
      expect(told.length).toBeGreaterThan(0);
      expect(leftOpen(few, [...told, ...beside], still)).toBeGreaterThan(0.99);
    }
  });
});

test('a course of which a cohort takes three is not told beside it', () => {
  const next = one.union(slice(two, 0, 3));
  expect(wouldTellOfFew(next, { cohorts: [], courses })).toBe(true);
  expect(wouldTellOfFew(one.union(slice(two, 0, 10)), { cohorts: [], courses })).toBe(false);
});

test('whole courses, small ones among them, may be put together', () => {
  const small = course(4, 6);
  expect(wouldTellOfFew(one.union(two).union(small), { cohorts: [], courses: [...courses, small] })).toBe(false);
  expect(wouldTellOfFew(one, { cohorts: [one.union(two)], courses })).toBe(false);
});

test.each([1, 2, 3, 4, 5, 6])('whatever cohorts somebody saves, they tell of no few: %i', (seed) => {
  const random = randomOf(seed, 'cohorts');
  const wished = Array.from({ length: 12 }, () =>
    courses.reduce<Members>((so, from) => {
      const start = random.whole(0, 4) * 5;
      return so.union(slice(from, start, start + random.whole(0, 4) * 5 + random.whole(0, 3)));
    }, new Set()),
  ).filter((group) => group.size >= 10);
  const told = toldOf(wished, courses, byPieces);
  const everything = [...told, ...courses];
  for (const [place, first] of wished.entries()) {
    for (const second of wished.slice(place + 1)) {
      for (const few of [first.intersection(second), first.difference(second), second.difference(first)]) {
        if (few.size === 0 || few.size >= 10) continue;
        // Told to the one, those around a few may bound them (of ten with five there, eight have three to five), and never
        // count them. Told to the nearest five, the bounds are wider still.
        expect(few.size * leftOpen(few, everything, still)).toBeGreaterThanOrEqual(1 - 1e-6);
      }
    }
  }
});
