import type { Ranked } from './roc-auc.ts';

/**
 * How much of a score counts as found, 0..1, where this share of those for whom it did not come is found wrongly. Five in
 * a hundred of forty-one is two and a bit: between the two ROC points around it the curve is taken as straight (Fawcett
 * 2006), so a score between their thresholds counts in part. Rounding down would measure at fewer false positives than
 * promised, the more so the smaller the course. Nothing is found without anybody for whom it did not come.
 */
export function foundAt(cases: readonly Ranked[], falsePositives = 0.05): (score: number) => number {
  const calm = cases
    .filter(({ came }) => !came)
    .map(({ score }) => score)
    .sort((one, other) => other - one);
  const wrongly = calm.length * falsePositives;
  const whole = Math.floor(wrongly);
  const surely = calm[whole] ?? Infinity;
  const partly = calm[whole + 1] ?? surely;
  return (score) => (score > surely ? 1 : score > partly ? wrongly - whole : 0);
}

/** Mean over kinds of how much of each was found, so that a rare kind counts like a common one. */
export function macroRecall(found: ReadonlyMap<string, readonly number[]>): number {
  const shares = [...found.values()].map((hits) => hits.reduce((sum, hit) => sum + hit, 0) / hits.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
