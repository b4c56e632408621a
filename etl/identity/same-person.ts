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
  /** Tokens that would have joined two ids of the student information system. They join nobody. */
  readonly conflicts: ReadonlySet<string>;
}

/**
 * Which accounts are one person. Equal SIS ids always are. Any other equal sign joins too, unless it leads to two
 * different SIS ids, directly or along a chain of signs: then the signs of that chain join nobody, and a person decides.
 * The answer depends on the signs alone, not on the order in which they came.
 */
export function samePerson(signs: readonly Sign[]): Sameness {
  const accountsOf = Map.groupBy(signs, ({ token }) => token);
  const bySis = new UnionFind();
  for (const group of accountsOf.values()) if (group[0]!.strong) joinAll(bySis, group);
  const withSis = new Set(signs.filter(({ strong }) => strong).map(({ accountId }) => bySis.find(accountId)));

  const sisGroups = (accountIds: Iterable<number>) => {
    const found = new Set<number>();
    for (const accountId of accountIds) {
      const root = bySis.find(accountId);
      if (withSis.has(root)) found.add(root);
    }
    return found.size;
  };

  const conflicts = new Set<string>();
  const byAll = new UnionFind();
  for (const [token, group] of accountsOf) {
    if (sisGroups(group.map(({ accountId }) => accountId)) > 1) conflicts.add(token);
    else joinAll(byAll, group);
  }
  const chains = Map.groupBy(new Set(signs.map(({ accountId }) => accountId)), (accountId) => byAll.find(accountId));
  const torn = new Set([...chains].filter(([, members]) => sisGroups(members) > 1).map(([root]) => root));
  for (const { accountId, token, strong } of signs) {
    if (!strong && torn.has(byAll.find(accountId)) && accountsOf.get(token)!.length > 1) conflicts.add(token);
  }
  return {
    groupOf: (accountId) => (torn.has(byAll.find(accountId)) ? bySis : byAll).find(accountId),
    conflicts,
  };
}

function joinAll(sets: UnionFind, group: readonly Sign[]): void {
  for (const { accountId } of group) sets.join(group[0]!.accountId, accountId);
}
