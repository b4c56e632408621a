import { mayPool, type Teaching } from '@kith/etl/roll-up/may-pool.ts';
import { describe, expect, test } from 'vitest';
import { recovered } from './immediacy-attacker.ts';
import { staffed, type StaffedNode } from './staffed-university.ts';

const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1);

type Rule = (teaching: readonly Teaching[]) => boolean;

const people = (teaching: readonly Teaching[]): number => new Set(teaching.map(({ personId }) => personId)).size;
/** Five teach, and nothing is thought of what lies below. */
const onlyFive: Rule = (teaching) => people(teaching) >= 5;
/** Whoever is told of further down counts as told of everywhere: as it was before. */
const byPerson: Rule = (teaching) => {
  const told = new Set(teaching.filter((one) => one.told).map(({ personId }) => personId));
  const left = people(teaching.filter(({ personId }) => !told.has(personId)));
  return people(teaching) >= 5 && (left === 0 || left >= 5);
};

/** The nodes that say it, from below to above, as they are rolled up. */
function saying(root: StaffedNode, rule: Rule): readonly StaffedNode[] {
  const said: StaffedNode[] = [];
  const look = (node: StaffedNode): void => {
    for (const below of node.below) look(below);
    const told = new Set(said.flatMap(({ courses }) => courses).map(({ courseId }) => courseId));
    const teaching = node.courses.flatMap(({ courseId, staff }) =>
      staff.map((personId) => ({ courseId, personId, told: told.has(courseId) })),
    );
    if (rule(teaching)) said.push(node);
  };
  look(root);
  return said;
}

const found = (rule: Rule) =>
  seeds.flatMap((seed) => {
    const root = staffed(seed);
    return recovered(root, saying(root, rule));
  });

describe('an attacker with the e-immediacy of every node that says it, and any sums and differences of them', () => {
  test.each(seeds)(
    'finds that of no instructor, nor does one of them who takes their own away: university %i',
    (seed) => {
      const root = staffed(seed);
      expect(recovered(root, saying(root, mayPool))).toEqual([]);
    },
  );

  test('finds some where nodes are taken one by one', () => {
    expect(found(onlyFive).filter(({ by }) => by === null).length).toBeGreaterThan(0);
  });

  test('finds some where who teaches in a node further down is not looked for beside it', () => {
    expect(found(byPerson).filter(({ by }) => by === null).length).toBeGreaterThan(0);
  });

  test('is left something to read', () => {
    const nodes = seeds.map((seed) => saying(staffed(seed), mayPool).length);
    expect(nodes.filter((said) => said > 0).length).toBeGreaterThan(seeds.length / 2);
    expect(nodes.filter((said) => said > 1).length).toBeGreaterThan(0);
  });
});

const course = (courseId: number, told: boolean, ...staff: readonly number[]): Teaching[] =>
  staff.map((personId) => ({ courseId, personId, told }));

test.each([
  ['nobody teaches', [], false],
  ['five, each with a course', [1, 2, 3, 4, 5].flatMap((one) => course(one, false, one)), true],
  ['five who share one course', course(1, false, 1, 2, 3, 4, 5), true],
  ['four', [1, 2, 3, 4].flatMap((one) => course(one, false, one)), false],
  ['six above five that are told: one is left', [1, 2, 3, 4, 5, 6].flatMap((one) => course(one, one < 6, one)), false],
  ['a course of one who teaches further down too', [...course(1, true, 1, 2, 3, 4, 5), ...course(2, false, 1)], false],
  ['all that is below is told, and nothing beside it', course(1, true, 1, 2, 3, 4, 5), true],
  [
    'one who teaches with three of the others knows all but the last',
    [...course(1, false, 1, 2, 3, 4), ...course(2, false, 5)],
    false,
  ],
] as const)('%s', (_, teaching, expected) => {
  expect(mayPool(teaching)).toBe(expected);
});
