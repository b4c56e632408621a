/** An account and the person it stands for now. */
export interface Account {
  readonly accountId: number;
  readonly personId: number;
  readonly createdAt: Date;
  readonly personCreatedAt: Date;
  /** The person it was before it was joined with others; null: it never was. */
  readonly firstPersonId: number | null;
  readonly firstCreatedAt: Date | null;
}

/** A new person for an account; `personId` undefined: one that is still to be made, the same for a whole group. */
export interface Move {
  readonly accountId: number;
  readonly group: number;
  readonly from: number;
  readonly personId: number | undefined;
  /** The person it leaves is its own, and is kept for the day it comes back. */
  readonly leavesOwn: boolean;
}

/**
 * Which accounts change their person. A group becomes the oldest of the persons its accounts were at first. A person
 * that several groups could be goes with the oldest account; the others become somebody new.
 */
export function assignPersons(accounts: readonly Account[], groupOf: (accountId: number) => number): Move[] {
  const oldestFirst = accounts
    .map((account) => ({
      ...account,
      own: account.firstPersonId ?? account.personId,
      ownSince: account.firstCreatedAt ?? account.personCreatedAt,
    }))
    .toSorted((a, b) => +a.createdAt - +b.createdAt || a.accountId - b.accountId);
  const ownerOf = new Map<number, number>();
  // Who remembers a person is that person, whoever is older and was joined with them.
  for (const { accountId, own, firstPersonId } of oldestFirst) if (firstPersonId !== null) ownerOf.set(own, accountId);
  for (const { accountId, own } of oldestFirst) if (!ownerOf.has(own)) ownerOf.set(own, accountId);

  const moves: Move[] = [];
  for (const [group, members] of Map.groupBy(oldestFirst, ({ accountId }) => groupOf(accountId))) {
    const owned = members.filter(({ accountId, own }) => ownerOf.get(own) === accountId);
    const oldest = owned.toSorted((a, b) => +a.ownSince - +b.ownSince || a.own - b.own)[0];
    for (const { accountId, personId, own } of members) {
      if (personId === oldest?.own) continue;
      const leavesOwn = own === personId && ownerOf.get(own) === accountId;
      moves.push({ accountId, group, from: personId, personId: oldest?.own, leavesOwn });
    }
  }
  return moves;
}
