import type { Pool } from '../../indicator.ts';

/** The pools of several courses as one: all that is in them are counts and sums. */
export function addUp(pools: Iterable<Pool>): Pool {
  const sums: Record<string, number> = {};
  for (const pool of pools) for (const [name, count] of Object.entries(pool)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** How often each value occurs: `{ 0: 7, 3: 1 }`. A median or a Gini of several courses needs no more. */
export function tally(values: Iterable<number | string>): Pool {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** The values of a {@link tally} again, in ascending order. */
export const untally = (pool: Pool): number[] =>
  Object.entries(pool)
    .map(([value, count]) => [Number(value), count] as const)
    .sort(([one], [other]) => one - other)
    .flatMap(([value, count]) => Array.from({ length: count }, () => value));

/** `sum` over `count`; null below the minimum or of nothing. */
export const meanIn = ({ sum = 0, count = 0 }: Pool, atLeast = 1): number | null =>
  count > 0 && count >= atLeast ? sum / count : null;
