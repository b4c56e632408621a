import type { ComputedWeek } from '../compute/course.ts';
import type { Pools } from '../compute/values.ts';
import type { HealthWeek } from '../health/over-weeks.ts';
import type { Pool } from '../indicator.ts';
import { addUp } from '../indicators/reading/pool.ts';

/** One week of a course, or of several: sums, so that parts add up to a part. */
export interface Part {
  /**
   * `courses`, `staff` (who teaches two counts twice), `learners`, `people` (E without opted-out ones), `scored`, `band …`, `state …`; `measured`, `variance`
   * and, of the index without e-immediacy, `shared measured`, `shared variance`.
   */
  readonly counts: Pool;
  readonly pools: Pools;
  /** The health index without e-immediacy of every course that has one. */
  readonly indexes: readonly number[];
}

/** Half of a 90 % interval, in standard errors. */
export const halfInterval = 1.6448536269514722;

export function partOf(week: ComputedWeek): Part {
  const index = 'withheld' in week.sharedHealth ? null : week.sharedHealth.index;
  return { counts: countsOf(week), pools: week.pools, indexes: index === null ? [] : [index] };
}

function countsOf(week: ComputedWeek): Pool {
  const { learners, rosterStates, people, staff } = week;
  const counts: Record<string, number> = {
    courses: 1,
    staff,
    learners: 0,
    people,
    scored: 0,
    ...errorOf('', week.health, week),
    ...errorOf('shared ', week.sharedHealth, week),
  };
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const { state, band } of learners) {
    if (state !== 'not_enrolled') count('learners');
    if (state === 'scored') count('scored');
    if (state === 'scored' && band !== null) count(`band ${band}`);
  }
  for (const state of rosterStates.values()) count(`state ${state}`);
  return counts;
}

/**
 * The interval adds up too: learners are drawn within their courses, so the squared error of a sum over learners is
 * the sum of the courses' own (`variance`, of the `measured` people in courses that have an index).
 */
function errorOf(prefix: '' | 'shared ', health: HealthWeek, { people }: ComputedWeek): Pool {
  const interval = 'withheld' in health ? null : health.interval;
  return {
    [`${prefix}measured`]: interval === null ? 0 : people,
    [`${prefix}variance`]: interval === null ? 0 : ((people * (interval.high - interval.low)) / 2 / halfInterval) ** 2,
  };
}

/** Parts as one. */
export function together(parts: readonly Part[]): Part {
  const ids = new Set(parts.flatMap(({ pools }) => Object.keys(pools)));
  return {
    counts: addUp(parts.map(({ counts }) => counts)),
    pools: Object.fromEntries(
      [...ids]
        .sort()
        .map((id) => [id, addUp(parts.flatMap(({ pools }) => (pools[id] === undefined ? [] : [pools[id]])))]),
    ),
    indexes: parts.flatMap(({ indexes }) => indexes),
  };
}
