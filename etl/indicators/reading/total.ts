/** Sum of counts. */
export function total(counts: ArrayLike<number> & Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}
