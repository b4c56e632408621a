/** An account and the person it stands for now. */
export interface Account {
  readonly accountId: number;
  readonly personId: number;
  readonly createdAt: Date;
  readonly personCreatedAt: Date;
}

/** A new person for an account; `personId` undefined: one that is still to be made, the same for a whole group. */
export interface Move {
  readonly accountId: number;
  readonly group: number;
  readonly from: number;
  readonly personId: number | undefined;
}

/**
 * Which accounts change their person. A group becomes the oldest of the persons it holds. A person whose accounts fall
 * into several groups stays with the oldest account; the others become somebody new.
 */
export function assignPersons(accounts: readonly Account[], groupOf: (accountId: number) => number): Move[] {
  const oldestFirst = accounts.toSorted((a, b) => +a.createdAt - +b.createdAt || a.accountId - b.accountId);
  const homeOf = new Map<number, number>();
  for (const { accountId, personId } of oldestFirst) {
    if (!homeOf.has(personId)) homeOf.set(personId, groupOf(accountId));
  }
  const moves: Move[] = [];
  for (const [group, members] of Map.groupBy(oldestFirst, ({ accountId }) => groupOf(accountId))) {
    const own = members.filter(({ personId }) => homeOf.get(personId) === group);
    const oldest = own.toSorted((a, b) => +a.personCreatedAt - +b.personCreatedAt || a.personId - b.personId)[0];
    for (const { accountId, personId } of members) {
      if (personId !== oldest?.personId) moves.push({ accountId, group, from: personId, personId: oldest?.personId });
    }
  }
  return moves;
}
