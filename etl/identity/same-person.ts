import { brokenBy, pieces, type Word } from './apart.ts';
import { UnionFind } from './union-find.ts';

/** A sign by which accounts recognise each other. `strong`: an id of the student information system. */
export interface Sign {
  readonly accountId: number;
  readonly token: string;
  readonly strong: boolean;
}

export interface Sameness {
  /** The smallest account of the group that is one person. */
  readonly groupOf: (accountId: number) => number;
  /** Tokens that would have joined two people. They join nobody, or not all who carry them. */
  readonly conflicts: ReadonlySet<string>;
}

/**
 * Which accounts are one person. What a steward said of two accounts comes first, then equal SIS ids. Any other equal
 * sign joins too, unless it leads to two different SIS ids or to two accounts that are apart, directly or along a chain
 * of signs: then the signs of that chain join nobody, and a person decides.
 * The answer depends on the signs and words alone, not on the order in which they came.
 */
export function samePerson(signs: readonly Sign[], words: readonly Word[] = []): Sameness {
  const conflicts = new Set<string>();
  const accountsOf = new Map<string, number[][]>();
  for (const [token, group] of Map.groupBy(signs, (sign) => sign.token)) {
    const split = pieces(new Set(group.map(({ accountId }) => accountId)), words);
    if (split.contested) conflicts.add(token);
    accountsOf.set(token, split.pieces);
  }
  const strong = new Set(signs.flatMap((sign) => (sign.strong ? [sign.token] : [])));
  const firm = firmGroups(
    [...strong].flatMap((token) => accountsOf.get(token)!),
    words,
  );
  const withSis = new Set(signs.filter((sign) => sign.strong).map(({ accountId }) => firm.find(accountId)));
  const sisGroups = (accountIds: Iterable<number>) =>
    new Set([...accountIds].map((accountId) => firm.find(accountId)).filter((root) => withSis.has(root))).size;

  const byAll = new UnionFind();
  const everybody = new Set([...signs.map(({ accountId }) => accountId), ...words.flatMap(({ accounts }) => accounts)]);
  for (const accountId of everybody) byAll.join(firm.find(accountId), accountId);
  for (const [token, groups] of accountsOf) {
    for (const group of groups) {
      if (sisGroups(group) > 1) conflicts.add(token);
      else joinAll(byAll, group);
    }
  }
  const chains = Map.groupBy(everybody, (accountId) => byAll.find(accountId));
  const torn = new Set([...chains].filter(([, members]) => sisGroups(members) > 1).map(([root]) => root));
  for (const root of brokenBy(byAll, words)) torn.add(root);
  for (const { accountId, token, strong: isStrong } of signs) {
    const others = accountsOf.get(token)!.some((group) => group.length > 1 && group.includes(accountId));
    if (!isStrong && others && torn.has(byAll.find(accountId))) conflicts.add(token);
  }
  return {
    groupOf: (accountId) => (torn.has(byAll.find(accountId)) ? firm : byAll).find(accountId),
    conflicts: new Set([...conflicts].filter((token) => !isSettled(accountsOf.get(token)!.flat(), firm, words))),
  };
}

/** Everybody who carries the sign was spoken of: nothing is left to decide. */
function isSettled(members: readonly number[], firm: UnionFind, words: readonly Word[]): boolean {
  const sides = [...new Set(members.map((member) => firm.find(member)))];
  const apart = new Set(
    words.flatMap(({ word, accounts }) => {
      const [a, b] = accounts.map((account) => firm.find(account));
      return word === 'apart' ? [`${a!} ${b!}`, `${b!} ${a!}`] : [];
    }),
  );
  return sides.every((a) => sides.every((b) => a === b || apart.has(`${a} ${b}`)));
}

/**
 * Equal SIS ids and what a steward called the same. Where such words, taken together, join what is apart, they do not
 * count: the ids alone do.
 */
function firmGroups(bySis: readonly number[][], words: readonly Word[]): UnionFind {
  const all = new UnionFind();
  for (const group of bySis) joinAll(all, group);
  const same = words.filter(({ word }) => word === 'same');
  for (const { accounts } of same) joinAll(all, accounts);
  const broken = new Set(brokenBy(all, words));
  if (broken.size === 0) return all;
  const firm = new UnionFind();
  for (const group of bySis) joinAll(firm, group);
  for (const { accounts } of same) if (!broken.has(all.find(accounts[0]))) joinAll(firm, accounts);
  return firm;
}

function joinAll(sets: UnionFind, group: readonly number[]): void {
  for (const accountId of group) sets.join(group[0]!, accountId);
}
