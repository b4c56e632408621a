import type { Ranked } from './roc-auc.ts';

/**
 * The score above which at most this share of those for whom it did not come is ranked. Infinity without any of them.
 */
export function thresholdAt(cases: readonly Ranked[], falsePositives = 0.05): number {
  const calm = cases
    .filter(({ came }) => !came)
    .map(({ score }) => score)
    .sort((one, other) => one - other);
  return calm.at(calm.length - Math.floor(calm.length * falsePositives) - 1) ?? Infinity;
}

/** Mean over kinds of the share found above each one's own threshold, so that a rare kind counts like a common one. */
export function macroRecall(found: ReadonlyMap<string, readonly boolean[]>): number {
  const shares = [...found.values()].map((hits) => hits.filter(Boolean).length / hits.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
