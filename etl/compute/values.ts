import { courseIndicators, learnerIndicators } from '../indicators/index.ts';
import type { CourseSnapshot, Pool, Value } from '../indicator.ts';

/** Values by indicator, each by node. */
export type LearnerValues = Readonly<Record<string, ArrayLike<Value>>>;

export const learnerValues = (snapshot: CourseSnapshot): LearnerValues =>
  Object.fromEntries(learnerIndicators.map((indicator) => [indicator.id, indicator.compute(snapshot)]));

/** Pools by course indicator; an indicator that cannot be known of this course is not there. */
export type Pools = Readonly<Record<string, Pool>>;

export const poolsOf = (snapshot: CourseSnapshot): Pools =>
  Object.fromEntries(
    courseIndicators.flatMap((indicator) => {
      const pool = indicator.pool(snapshot);
      return pool === null ? [] : [[indicator.id, pool]];
    }),
  );

/** What the pools of a course, or of many added up, say. */
export const valuesOf = (pools: Pools): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    courseIndicators.map((indicator) => {
      const pool = pools[indicator.id];
      return [indicator.id, pool === undefined ? null : rounded(indicator.value(pool))];
    }),
  );

/** What is known of one learner, rounded for storing; nothing of a learner outside E. */
export function valuesAt(values: LearnerValues, node: number | undefined): Readonly<Record<string, Value>> {
  if (node === undefined) return {};
  const row: Record<string, Value> = {};
  for (const id of Object.keys(values)) {
    const value = values[id]![node] ?? null;
    if (value !== null) row[id] = typeof value === 'number' ? rounded(value) : value;
  }
  return row;
}

/** Stored to 1e-9: sums of the same facts in another order must give the same row. */
export const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e9) / 1e9);
