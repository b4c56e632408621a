import type { Truth } from '../simulate/write/truth.ts';

export type PlantedLearner = Truth['courses'][number]['learners'][number];
export type Standing = 'connected' | 'isolated' | 'borderline' | 'unscored';

/**
 * What is true of a planted learner in a week. Who fades is connected until it begins, isolated two weeks later, and on
 * the way between: borderline, like those of whom it cannot be said.
 */
export function standingOf({ truth, fromWeek, fadesFrom }: PlantedLearner, week: number): Standing {
  if (truth !== 'isolated' || week >= fromWeek) return truth;
  return fadesFrom !== undefined && week >= fadesFrom ? 'borderline' : 'connected';
}

/** For a label: isolated or connected; null where neither can be said. */
export function cameOf(learner: PlantedLearner | undefined, week: number): boolean | null {
  if (!learner) return null;
  const standing = standingOf(learner, week);
  return standing === 'isolated' ? true : standing === 'connected' ? false : null;
}
