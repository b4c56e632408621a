import type { Ranked } from './roc-auc.ts';

/**
 * Area under the precision-recall curve as average precision, 0..1; ties are taken together. Says little without the
 * prevalence beside it, which is what a ranking at random would reach. NaN without a case that came.
 */
export function averagePrecision(cases: readonly Ranked[]): number {
  const byScore = [...Map.groupBy(cases, ({ score }) => score)].sort(([one], [other]) => other - one);
  const positives = cases.filter(({ came }) => came).length;
  let [seen, found, sum] = [0, 0, 0];
  for (const [, tied] of byScore) {
    const here = tied.filter(({ came }) => came).length;
    seen += tied.length;
    found += here;
    sum += here * (found / seen);
  }
  return sum / positives;
}

export const prevalence = (cases: readonly Ranked[]): number => cases.filter(({ came }) => came).length / cases.length;
