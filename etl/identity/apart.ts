import { UnionFind } from './union-find.ts';

/** What a steward said of two accounts. */
export interface Word {
  readonly accounts: readonly [number, number];
  readonly word: 'same' | 'apart';
}

interface Pieces {
  /** Accounts whom the sign joins, group by group. */
  readonly pieces: number[][];
  /** Somebody else carries the sign too, and nobody can say to which side they belong. */
  readonly contested: boolean;
}

/**
 * Whom one sign joins when some who carry it are apart: the sides that were set apart hold together, each for itself.
 * Whoever carries the sign and was not spoken of belongs to no side: they wait for a steward.
 */
export function pieces(members: ReadonlySet<number>, words: readonly Word[]): Pieces {
  if (members.size < 2 || words.length === 0) return { pieces: [[...members]], contested: false };
  const apart = words.filter(({ word, accounts: [a, b] }) => word === 'apart' && members.has(a) && members.has(b));
  if (apart.length === 0) return { pieces: [[...members]], contested: false };
  const pairs = new Set(apart.flatMap(({ accounts: [a, b] }) => [`${a} ${b}`, `${b} ${a}`]));
  const spokenOf = [...new Set(apart.flatMap(({ accounts }) => accounts))];
  const sides = new UnionFind();
  for (const a of spokenOf) for (const b of spokenOf) if (a < b && !pairs.has(`${a} ${b}`)) sides.join(a, b);
  const broken = new Set(brokenBy(sides, apart));
  const groups = [...Map.groupBy(spokenOf, (account) => sides.find(account))];
  const others = [...members].filter((member) => !spokenOf.includes(member));
  return {
    pieces: [
      ...groups.flatMap(([side, group]) => (broken.has(side) ? group.map((account) => [account]) : [group])),
      ...others.map((account) => [account]),
    ],
    contested: others.length > 0 || broken.size > 0,
  };
}

/** Sets that hold two accounts which are apart. */
export const brokenBy = (sets: UnionFind, words: readonly Word[]): number[] =>
  words.flatMap(({ word, accounts: [a, b] }) =>
    word === 'apart' && sets.find(a) === sets.find(b) ? [sets.find(a)] : [],
  );
