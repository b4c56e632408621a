import type { Observation } from './observation.ts';

/** How the change of learners who were left out goes with where they stood, within their course-week. */
export interface UsualChange {
  /** Effective peers per score point and per effective peer of the baseline. */
  readonly slope: Pair;
  /** What of the change of one learner their course-week and place do not explain. */
  readonly residual: (one: Observation) => number;
  /** How much the slope moves, along both axes, with one learner's change. */
  readonly pull: (one: Observation) => Pair;
  /** Standard deviation of the residuals; null with too few learners. */
  readonly spread: number | null;
  /** Learner-weeks it was made of, less what was estimated from them. */
  readonly freedom: number;
}

/** What is compared of a learner: the change, or how often they were reached. */
export type Value = (one: Observation) => number;
const changeOf: Value = (one) => one.change;

export type Pair = readonly [score: number, baseline: number];

/** Fewer learner-weeks than this give no slope: then it is 0, and similar learners are taken as they are. */
const least = 12;

/**
 * Whoever stands low one week tends to stand higher the next, contact or not. This is that tendency: least squares of the
 * change on score and baseline, course-week by course-week (each has its own level).
 */
export function usualChange(others: readonly Observation[], value: Value = changeOf): UsualChange {
  const means = new Map(
    [...Map.groupBy(others, (one) => one.courseWeek)].map(([week, all]) => [week, meanOf(all, value)]),
  );
  const centred = (one: Observation): Pair => {
    const mean = means.get(one.courseWeek);
    return mean === undefined ? [0, 0] : [one.score - mean.score, one.baseline - mean.baseline];
  };
  let [ss, sb, bb, sy, by] = [0, 0, 0, 0, 0];
  for (const one of others) {
    const [score, baseline] = centred(one);
    const rest = value(one) - (means.get(one.courseWeek)?.value ?? 0);
    ss += score * score;
    sb += score * baseline;
    bb += baseline * baseline;
    sy += score * rest;
    by += baseline * rest;
  }
  const determinant = ss * bb - sb * sb;
  const usable = others.length >= least && determinant > 1e-9 * ss * bb;
  const solve = ([score, baseline]: Pair): Pair =>
    usable ? [(bb * score - sb * baseline) / determinant, (ss * baseline - sb * score) / determinant] : [0, 0];
  const slope = solve([sy, by]);
  const residual = (one: Observation): number =>
    value(one) - (means.get(one.courseWeek)?.value ?? 0) - dot(slope, centred(one));
  const freedom = others.length - means.size - (usable ? 2 : 0);
  const squares = others.reduce((sum, one) => sum + residual(one) ** 2, 0);
  return {
    slope,
    residual,
    pull: (one) => solve(centred(one)),
    spread: freedom > 0 ? Math.sqrt(squares / freedom) : null,
    freedom,
  };
}

export const dot = (one: Pair, other: Pair): number => one[0] * other[0] + one[1] * other[1];

const meanOf = (all: readonly Observation[], value: Value) => ({
  score: mean(all, (one) => one.score),
  baseline: mean(all, (one) => one.baseline),
  value: mean(all, value),
});

export const mean = <T>(all: readonly T[], value: (one: T) => number): number =>
  all.reduce((sum, one) => sum + value(one), 0) / all.length;
