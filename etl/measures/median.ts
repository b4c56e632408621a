/**
 * Median: the middle value; the mean of the two middle ones where the count is even. Nulls are skipped, because a
 * learner we cannot see must not pull the class down. Null of nothing.
 */
export function median(values: Iterable<number | null>): number | null {
  const known: number[] = [];
  for (const value of values) if (value !== null) known.push(value);
  if (known.length === 0) return null;
  known.sort((one, other) => one - other);
  const middle = known.length >> 1;
  return known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
}
