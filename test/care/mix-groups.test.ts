import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupLearner, Two } from '@kith/api/groups/learner.ts';
import { mixGroups, type Class } from '@kith/api/groups/mix.ts';
import { asCsv } from '@kith/dashboard/lib/components/groups/as-csv.ts';

/** Somebody in touch with many may be alone in no way, so that both can be drawn freely. */
const learner = fc.record({
  kind: fc.constantFrom('alone', 'connector', 'neither'),
  offset: fc.option(fc.integer({ min: -12, max: 14 })),
});
const pairsOf = (count: number): fc.Arbitrary<Two[]> =>
  count < 2
    ? fc.constant([])
    : fc.array(
        fc
          .tuple(fc.nat(count - 1), fc.nat(count - 2))
          .map(([one, other]): Two => [one + 1, (other >= one ? other + 1 : other) + 1]),
        { maxLength: 20 },
      );

const arbitrary: fc.Arbitrary<Class> = fc.array(learner, { maxLength: 26 }).chain((list) =>
  fc.record({
    learners: fc.constant(
      list.map(({ kind, offset }, at): GroupLearner => ({
        personId: at + 1,
        alone: kind === 'alone',
        connector: kind === 'connector',
        offset,
      })),
    ),
    ties: pairsOf(list.length),
    apart: fc.constant<Two[]>([]),
    size: fc.integer({ min: 2, max: 6 }),
    seed: fc.string({ maxLength: 4 }),
  }),
);

/** With people kept apart who sit in different groups of one way that there is. */
const possible = fc.tuple(arbitrary, fc.infiniteStream(fc.nat(4))).map(([drawn, dice]): Class => {
  const count = Math.max(1, Math.round(drawn.learners.length / drawn.size));
  const apart = drawn.learners.flatMap(({ personId: one }) =>
    drawn.learners
      .filter(({ personId: other }) => other > one && one % count !== other % count && dice.next().value === 0)
      .map(({ personId: other }): Two => [one, other]),
  );
  return { ...drawn, apart };
});

const ids = (groups: readonly GroupLearner[][] | null): number[][] =>
  groups!.map((group) => group.map(({ personId }) => personId));

describe('mixed groups', () => {
  test('hold everybody once, and differ by one learner at most', () => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const groups = ids(mixGroups(drawn));
        expect(groups.flat().sort((one, other) => one - other)).toEqual(drawn.learners.map((one) => one.personId));
        const sizes = groups.map((group) => group.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('never break a wish to be kept apart where there is a way to keep them all', () => {
    fc.assert(
      fc.property(possible, (drawn) => {
        const groups = ids(mixGroups(drawn));
        for (const [one, other] of drawn.apart)
          expect(groups.some((group) => group.includes(one) && group.includes(other))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('are none where the wishes cannot all be kept', () => {
    const learners = [1, 2, 3].map((personId) => ({ personId, alone: false, connector: false, offset: null }));
    expect(mixGroups({ learners, ties: [], apart: [[3, 1]], size: 3, seed: '' })).toBeNull();
    const all: Two[] = [
      [1, 2],
      [2, 3],
      [1, 3],
    ];
    expect(mixGroups({ learners, ties: [], apart: all, size: 2, seed: '' })).toBeNull();
  });

  test('are the same for the same words, whatever order learners and pairs come in', () => {
    fc.assert(
      fc.property(possible, (drawn) => {
        const { learners, ties, apart } = drawn;
        const turned = {
          ...drawn,
          learners: learners.toReversed(),
          ties: ties.toReversed().map(([one, other]): Two => [other, one]),
          apart: apart.toReversed(),
        };
        expect(mixGroups(turned)).toEqual(mixGroups(drawn));
      }),
    );
  });

  test('leave nobody who may be unconnected without a connector where there are as many as groups', () => {
    fc.assert(
      fc.property(arbitrary, (drawn) => {
        const groups = mixGroups(drawn)!;
        fc.pre(drawn.learners.filter(({ connector }) => connector).length >= groups.length);
        for (const group of groups)
          if (group.some(({ alone }) => alone)) expect(group.some(({ connector }) => connector)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('bring together who has not met, and who is awake at the same hours', () => {
    const plain = { alone: false, connector: false };
    const learners = [1, 2, 3, 4].map((personId) => ({ ...plain, personId, offset: null }));
    const ties: Two[] = [
      [1, 2],
      [3, 4],
    ];
    for (const seed of ['a', 'b', 'c', 'd']) {
      const met = ids(mixGroups({ learners, ties, apart: [], size: 2, seed }));
      expect(met.some((group) => group.includes(1) && group.includes(2))).toBe(false);
      const spread = learners.map((one, at) => ({ ...one, offset: [-11, 0, 12, 1][at]! }));
      const awake = ids(mixGroups({ learners: spread, ties: [], apart: [], size: 2, seed }));
      expect(awake.map((group) => group.sort().join())).toEqual(expect.arrayContaining(['1,3', '2,4']));
    }
  });
});

test('another number of "mix again" gives other groups', () => {
  const learners = Array.from({ length: 24 }, (_, at) => ({
    personId: at + 1,
    alone: false,
    connector: false,
    offset: null,
  }));
  const seen = ['7:3:0', '7:3:1', '7:4:0'].map((seed) =>
    JSON.stringify(ids(mixGroups({ learners, ties: [], apart: [], size: 4, seed }))),
  );
  expect(new Set(seen).size).toBe(3);
});

test('a cell that a spreadsheet would run is text in the CSV', () => {
  expect(
    asCsv([
      ['Group 1', '=1+1'],
      ['Group 1', '@a, "b"'],
    ]),
  ).toBe(`\uFEFFGroup 1,'=1+1\r\nGroup 1,"'@a, ""b"""\r\n`);
});
