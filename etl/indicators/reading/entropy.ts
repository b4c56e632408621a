/**
 * Evenness over the 28 cells of seven weekdays by four day-parts: the entropy of the counts over ln 28, 0 (always the
 * same cell) to 1 (all alike). 0 of nothing.
 *
 * Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27, 379–423.
 */
export function evenness(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / total) * Math.log(count / total);
  return entropy / Math.log(28) || 0;
}

/** 0..27 of a day (days since 1970-01-01, a Thursday) and a quarter of it. */
export const cellOf = (day: number, part: number): number => ((day + 3) % 7) * 4 + part;
