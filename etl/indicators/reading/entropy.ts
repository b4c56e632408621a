/**
 * Evenness over the 28 cells of seven weekdays by four day-parts: the entropy of the counts over ln 28, 0 (always the
 * same cell) to 1 (all alike). 0 of nothing.
 *
 * Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27, 379–423.
 */
export function evenness(counts: Iterable<number>): number {
  const known = [...counts].filter((count) => count > 0);
  const total = known.reduce((sum, count) => sum + count, 0);
  return known.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0) / Math.log(28) || 0;
}

/** 0..27 of a day (days since 1970-01-01, a Thursday) and a quarter of it. */
export const cellOf = (day: number, part: number): number => ((day + 3) % 7) * 4 + part;
