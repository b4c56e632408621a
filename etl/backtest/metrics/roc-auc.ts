/** One case of a ranking: how high it was ranked, and whether what was foretold came. */
export interface Ranked {
  readonly score: number;
  readonly came: boolean;
}

/**
 * Area under the ROC curve, 0..1: how often a case that came was ranked above one that did not; ties count half.
 * NaN without both kinds of case.
 *
 * Hanley, J. & McNeil, B. (1982). The meaning and use of the area under a receiver operating characteristic curve.
 */
export function auc(cases: readonly Ranked[]): number {
  const sorted = cases.toSorted((a, b) => a.score - b.score);
  const positives = cases.filter(({ came }) => came).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to += 1;
    const meanRank = (from + 1 + to) / 2;
    ranks += meanRank * sorted.slice(from, to).filter(({ came }) => came).length;
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (cases.length - positives));
}
