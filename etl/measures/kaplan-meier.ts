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
  return medianWaitOf(waits, horizon)(() => 1);
}

/**
 * The same median with every wait taken so many times, by its place: sorted once, asked again and again, as a bootstrap
 * does.
 */
export function medianWaitOf(
  waits: readonly Waiting[],
  horizon = Infinity,
): (times: (place: number) => number) => MedianWait | null {
  // At the same instant what happened comes before what was censored, as the estimator is defined.
  const ordered = waits
    .map(({ time, happened }, place) =>
      time > horizon ? { time: horizon, happened: false, place } : { time, happened, place },
    )
    .sort((one, other) => one.time - other.time || Number(other.happened) - Number(one.happened));

  return (times) => {
    let watched = 0;
    let last = 0;
    for (const { time, place } of ordered) {
      const often = times(place);
      if (often > 0) last = time;
      watched += often;
    }
    if (watched === 0) return null;
    let survival = 1;
    for (const { time, happened, place } of ordered) {
      for (let often = times(place); often > 0; often--) {
        if (happened) survival *= (watched - 1) / watched;
        watched -= 1;
        // A product of fractions may land a hair above the half it is.
        if (happened && survival <= 0.5 + 1e-12) return { reached: true, time };
      }
    }
    return { reached: false, beyond: horizon < Infinity ? horizon : last };
  };
}
