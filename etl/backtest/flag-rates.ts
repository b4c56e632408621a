import { randomOf } from '../simulate/random.ts';
import { type FairnessCheck, fairnessOf } from './metrics/fairness.ts';
import { standingOf } from './planted.ts';
import type { StoredWeek } from './stored.ts';

/**
 * How often learners who truly are connected reach so many points, by where they live: the false-positive rates of
 * indicators §3.8, with cell sizes, intervals and a randomisation test over learners.
 */
export function flagRates(all: readonly StoredWeek[], points: number): FairnessCheck {
  const calm = all.filter(
    ({ planted, week, score }) => week >= 3 && score !== null && standingOf(planted, week) === 'connected',
  );
  const people = [...Map.groupBy(calm, ({ course, person }) => `${course} ${person}`).values()].map((own) => ({
    group: own[0]!.planted.region,
    flagged: own.filter(({ score }) => score! >= points).length,
    weeks: own.length,
  }));
  return fairnessOf(people, randomOf(1, 'fairness'));
}
