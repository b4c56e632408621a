/**
 * Concern: how far a value is from where nobody needs to look, 0..1.
 *
 * A ratio to the usual was chosen over a z-score by median and MAD: it reads aloud ("0.6 of the usual 3"), it does
 * not break where the MAD is 0, and absolute bands hold with it.
 */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** 0 at or above the usual, 1 at nothing at all, linear between. */
export function ratio(value: number, usual: number): number {
  return clamp(1 - value / usual, 0, 1);
}

/** 0 up to `from`, 1 from `to` on, linear between; runs downwards where `to` is below `from`. */
export function ramp(value: number, from: number, to: number): number {
  return clamp((value - from) / (to - from), 0, 1);
}

/**
 * S08: the share of posts a classmate answered, read together with `prior` posts of the usual luck, so that one
 * unanswered post of two does not look like a habit.
 */
export function shrunkShare(answered: number, answerable: number, mu: number, prior: number): number {
  return (answered + prior * mu) / (answerable + prior);
}

/** S29: what part of the own earlier presence is missing, after forgiving what the whole group lost. */
export function decline(recent: number, base: number, presenceFactor: number): number {
  return clamp(1 - recent / base / presenceFactor, 0, 1);
}
