import type { CourseSnapshot } from '../indicator.ts';
import { circlesOf, hasCircles } from '../indicators/reading/circles.ts';
import type { Positions } from './positions.ts';

/** Fewer are a pair, and no circle (C09). */
const least = 3;

/**
 * The places of the picture with the circle each person stands in, numbered from 1, the largest first: the same circles
 * as C09 counts. Without, where there are none to speak of and for whoever is in none of three or more.
 */
export function withCircles(positions: Positions, snapshot: CourseSnapshot): Positions {
  const found = hasCircles(snapshot) ? circlesOf(snapshot.network) : null;
  if (found === null) return positions;
  const { circleOf, sizes } = found;
  const numbers = new Map(
    [...sizes.keys()]
      .filter((circle) => sizes[circle]! >= least)
      .sort((one, other) => sizes[other]! - sizes[one]! || one - other)
      .map((circle, index) => [circle, index + 1]),
  );
  return Object.fromEntries(
    Object.entries(positions).map(([person, [x, y]]) => {
      const node = snapshot.nodeOf.get(Number(person));
      const number = node === undefined ? undefined : numbers.get(circleOf[node]!);
      return [person, number === undefined ? ([x, y] as const) : ([x, y, number] as const)];
    }),
  );
}
