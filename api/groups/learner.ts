/** What mixing groups looks at in a learner. */
export interface GroupLearner {
  readonly personId: number;
  /** May be unconnected here: is to sit with somebody who is in touch with many. */
  readonly alone: boolean;
  /** In touch with many classmates. */
  readonly connector: boolean;
  /** Hours of their clock from UTC, -12 to 14; null: not known. */
  readonly offset: number | null;
}

/** Two learners by id, in either order. */
export type Two = readonly [number, number];

/** Who stands to whom in a way, both ways round. */
export function bothWays(pairs: readonly Two[]): (one: number, other: number) => boolean {
  const known = new Map<number, Set<number>>();
  for (const [one, other] of [...pairs, ...pairs.map(([one, other]): Two => [other, one])]) {
    const theirs = known.get(one) ?? new Set();
    known.set(one, theirs.add(other));
  }
  return (one, other) => known.get(one)?.has(other) ?? false;
}
