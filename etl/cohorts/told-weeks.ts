import { leastForShare, shareOf } from '../disclosure/fewest.ts';
import { rounded } from '../disclosure/rounded.ts';
import type { Pool } from '../indicator.ts';
import type { Pools } from '../compute/values.ts';
import { cohortValues } from './pooled.ts';

/** A cohort's learners at the end of a week of their courses, added up over courses. */
export interface CohortWeek {
  readonly week: number;
  readonly people: number;
  readonly pools: Pools;
  /** Whether some of them could be found by taking another cohort of the owner from this one. */
  readonly tooClose: boolean;
}

/** Null: too little is there to know it. Suppressed: it is known, and would tell of few. */
export type ToldValue = number | null | 'suppressed';

export interface ToldWeek {
  readonly week: number;
  /** To the nearest five. */
  readonly people: number;
  readonly values: Readonly<Record<string, ToldValue>>;
}

/**
 * Weeks as they are told: none of fewer than ten learners, none that another cohort of the same owner would cut to few; shares
 * are of rounded counts, everything else to two digits, and neither rests on one to nine.
 */
export const toldWeeks = (weeks: readonly CohortWeek[]): readonly ToldWeek[] =>
  weeks
    .filter(({ people, tooClose }) => people >= leastForShare && !tooClose)
    .map(({ week, people, pools }) => ({
      week,
      people: rounded(people),
      values: Object.fromEntries(
        Object.entries(cohortValues(pools)).map(([id, value]) => [id, toldValue(value, pools[id])]),
      ),
    }));

function toldValue(value: number | null, pool: Pool | undefined): ToldValue {
  if (value === null || pool === undefined) return null;
  const { part, whole } = pool;
  if (part !== undefined && whole !== undefined) return shareOf(part, whole) ?? 'suppressed';
  const size = pool.count ?? Object.values(pool).reduce((sum, count) => sum + count, 0);
  return size < leastForShare ? 'suppressed' : twoDigits(value);
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));
