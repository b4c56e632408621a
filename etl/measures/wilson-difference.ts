import { wilson, type Interval } from './wilson.ts';

/** A share with the number of people it is of. */
export interface ShareOf {
  readonly share: number;
  readonly people: number;
}

/**
 * Interval of the difference of two independent shares, one minus other, from their Wilson intervals: -1..1. For means of
 * rates between 0 and 1 it is on the safe side, since those vary no more than shares do. Null where one is of nobody.
 *
 * Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven
 * methods (its method 10). Statistics in Medicine 17(8), 873–890.
 *
 * @param z of the interval; 95 % unless told
 */
export function wilsonDifference(one: ShareOf, other: ShareOf, z = 1.959963984540054): Interval | null {
  const intervalOf = ({ share, people }: ShareOf) => wilson(share * people, people, z);
  const [first, second] = [intervalOf(one), intervalOf(other)];
  if (first === null || second === null) return null;
  const difference = one.share - other.share;
  return {
    low: difference - Math.hypot(one.share - first.low, second.high - other.share),
    high: difference + Math.hypot(first.high - one.share, other.share - second.low),
  };
}
