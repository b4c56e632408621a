import type { Interval } from './wilson.ts';

/** A difference measured in one place, with the variance of its error. */
export interface Measured {
  readonly difference: number;
  readonly variance: number;
}

/**
 * One difference from several places, of which each may have its own: weighted by the inverse of its variance and of what
 * the places differ by beyond their errors (tau squared). Of one place it is that place. Null: none, or one without error.
 *
 * DerSimonian, R. & Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3), 177–188.
 *
 * @param z of the interval; 95 % unless told
 */
export function pooledDifference(
  places: readonly Measured[],
  z = 1.959963984540054,
): ({ readonly difference: number; readonly tauSquared: number } & Interval) | null {
  if (places.length === 0 || places.some(({ variance }) => !(variance > 0))) return null;
  const weights = places.map(({ variance }) => 1 / variance);
  const sum = total(weights);
  const fixed = meanOf(places, weights);
  const spread = total(places.map(({ difference }, place) => weights[place]! * (difference - fixed) ** 2));
  const scale = sum - total(weights.map((weight) => weight ** 2)) / sum;
  const tauSquared = scale > 0 ? Math.max(0, (spread - (places.length - 1)) / scale) : 0;
  const all = places.map(({ variance }) => 1 / (variance + tauSquared));
  const difference = meanOf(places, all);
  const reach = z / Math.sqrt(total(all));
  return { difference, tauSquared, low: difference - reach, high: difference + reach };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const meanOf = (places: readonly Measured[], weights: readonly number[]): number =>
  total(places.map(({ difference }, place) => weights[place]! * difference)) / total(weights);
