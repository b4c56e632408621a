/**
 * Kaplan-Meier median: how long until half have had it happen, when some are still waiting (S10, C16, C21).
 *
 * Posts without an answer are censored, not dropped: dropping them makes the courses that never answer look fast.
 * The median is the smallest t at which survival is at or below one half. Where that is never reached the answer is
 * "longer than the horizon", which the health index scores 0 rather than unknown. Null without an observation.
 *
 * Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American
 * Statistical Association 53, 457–481.
 */
export interface Waiting {
  /** Time until it happened, or until we stopped looking. Any unit, 0 and up. */
  readonly time: number;
  /** False: still waiting when we stopped looking. */
  readonly happened: boolean;
}

export type MedianWait =
  | { readonly reached: true; readonly time: number }
  /** Half had not happened yet at the last time anybody was watched, or at `horizon` if given. */
  | { readonly reached: false; readonly beyond: number };

/** With `horizon`, everything longer counts as still waiting at the horizon. */
export function medianWait(waits: readonly Waiting[], horizon = Infinity): MedianWait | null {
  if (waits.length === 0) return null;
  // At the same instant what happened comes before what was censored, as the estimator is defined.
  const ordered = waits
    .map(({ time, happened }) => (time > horizon ? { time: horizon, happened: false } : { time, happened }))
    .sort((one, other) => one.time - other.time || Number(other.happened) - Number(one.happened));

  let survival = 1;
  let watched = ordered.length;
  for (const { time, happened } of ordered) {
    if (happened) survival *= (watched - 1) / watched;
    watched -= 1;
    // A product of fractions may land a hair above the half it is.
    if (happened && survival <= 0.5 + 1e-12) return { reached: true, time };
  }
  return { reached: false, beyond: horizon < Infinity ? horizon : ordered.at(-1)!.time };
}
