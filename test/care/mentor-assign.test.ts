import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, type PossiblePair } from '@kith/api/mentors/assign.ts';
import { costOf } from '@kith/api/mentors/cost.ts';

/** How many are paired and at what cost, tried in every way there is. */
function best(pairs: readonly PossiblePair[]): { paired: number; cost: number } {
  const mentees = [...new Set(pairs.map(({ menteeId }) => menteeId))];
  const room = new Map(pairs.map(({ mentorId, free }) => [mentorId, free]));
  const go = (at: number): { paired: number; cost: number } => {
    if (at === mentees.length) return { paired: 0, cost: 0 };
    let found = go(at + 1);
    for (const pair of pairs.filter(({ menteeId }) => menteeId === mentees[at])) {
      const left = room.get(pair.mentorId)!;
      if (left === 0) continue;
      room.set(pair.mentorId, left - 1);
      const rest = go(at + 1);
      room.set(pair.mentorId, left);
      const here = { paired: rest.paired + 1, cost: rest.cost + pair.cost };
      if (here.paired > found.paired || (here.paired === found.paired && here.cost < found.cost)) found = here;
    }
    return found;
  };
  return go(0);
}

const arbitrary = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        mentorId: fc.integer({ min: 1, max: 5 }),
        menteeId: fc.integer({ min: 11, max: 15 }),
        cost: fc.integer({ min: 0, max: 20 }),
      }),
      { selector: ({ mentorId, menteeId }) => `${mentorId}:${menteeId}`, maxLength: 14 },
    ),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([pairs, room]) => pairs.map((pair) => ({ ...pair, free: room[pair.mentorId - 1]! })));

describe('pairs', () => {
  test('are as many and as cheap as trying everything finds, and nobody takes more than they have room for', () => {
    fc.assert(
      fc.property(arbitrary, (pairs) => {
        const chosen = assign(pairs);
        const cost = chosen.reduce(
          (sum, one) =>
            sum + pairs.find((pair) => pair.mentorId === one.mentorId && pair.menteeId === one.menteeId)!.cost,
          0,
        );
        expect({ paired: chosen.length, cost }).toEqual(best(pairs));
        expect(new Set(chosen.map(({ menteeId }) => menteeId)).size).toBe(chosen.length);
        for (const [mentorId, theirs] of Map.groupBy(chosen, (one) => one.mentorId))
          expect(theirs.length).toBeLessThanOrEqual(pairs.find((pair) => pair.mentorId === mentorId)!.free);
      }),
      { numRuns: 1000 },
    );
  });

  test('are the same, whatever order the possible ones come in', () => {
    fc.assert(
      fc.property(arbitrary, (pairs) => {
        expect(assign(pairs.toReversed())).toEqual(assign(pairs));
      }),
    );
  });

  test('of nobody are none', () => {
    expect(assign([])).toEqual([]);
  });
});

test('a shared course, a language and near clocks make a pair cheaper', () => {
  const plain = { sharedCourses: 1, hoursApart: 6, languages: [] };
  expect(costOf({ ...plain, sharedCourses: 2 })).toBeLessThan(costOf(plain));
  expect(costOf({ ...plain, languages: ['fi'] })).toBeLessThan(costOf(plain));
  expect(costOf({ ...plain, hoursApart: 1 })).toBeLessThan(costOf(plain));
  expect(costOf({ ...plain, hoursApart: null })).toBeLessThan(costOf({ ...plain, hoursApart: 11 }));
});
