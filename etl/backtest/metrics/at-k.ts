import type { Ranked } from './roc-auc.ts';

/** What somebody who can look at k people a week gets to see. */
export interface AtK {
  readonly k: number;
  /** Of the k ranked highest, the share for whom it came. Ties at the border count by their share. */
  readonly precision: number;
  /** Of those for whom it came, the share among the k. NaN where it came for nobody. */
  readonly recall: number;
}

/** Capacity of a week unless stated: one in twenty, and at least one. */
export const usualK = (learners: number): number => Math.max(1, Math.ceil(0.05 * learners));

export function atK(cases: readonly Ranked[], k = usualK(cases.length)): AtK {
  const groups = [...Map.groupBy(cases, ({ score }) => score)].sort(([one], [other]) => other - one);
  let [left, found] = [k, 0];
  for (const [, tied] of groups) {
    const taken = Math.min(left, tied.length);
    found += (taken / tied.length) * tied.filter(({ came }) => came).length;
    left -= taken;
    if (left === 0) break;
  }
  const taken = k - left;
  return { k: taken, precision: found / taken, recall: found / cases.filter(({ came }) => came).length };
}
