import type { CourseSnapshot, Some } from '../../indicator.ts';

/** A share of the class as a sum over learners, so that it can be drawn again: part of whole, by node. */
export interface Share {
  readonly part: Float64Array;
  readonly whole: Float64Array;
}

/** Every learner for one, counted where the condition holds. */
export const ofClass = ({ people }: CourseSnapshot, holds: (node: number) => boolean): Share =>
  ofNodes(people.length, () => 1, holds);

export const ofNodes = (
  count: number,
  whole: (node: number) => number,
  holds: (node: number) => boolean | number,
): Share => ({
  part: Float64Array.from({ length: count }, (_, node) => Number(holds(node))),
  whole: Float64Array.from({ length: count }, (_, node) => whole(node)),
});

/** Posts (or anything with an author in the class) for one each, counted where the condition holds. */
export function ofAuthors<Row extends { readonly author: number }>(
  { people, nodeOf }: CourseSnapshot,
  rows: readonly Row[],
  holds: (row: Row) => boolean,
): Share {
  const share = ofNodes(
    people.length,
    () => 0,
    () => 0,
  );
  for (const row of rows) {
    const node = nodeOf.get(row.author);
    if (node === undefined) continue;
    share.whole[node]! += 1;
    if (holds(row)) share.part[node]! += 1;
  }
  return share;
}

export function redrawShare(share: Share | null): (times: ArrayLike<number>) => number | null {
  return (times) => {
    if (share === null) return null;
    let part = 0;
    let whole = 0;
    for (let node = 0; node < share.part.length; node++) {
      part += times[node]! * share.part[node]!;
      whole += times[node]! * share.whole[node]!;
    }
    return whole > 0 ? part / whole : null;
  };
}

export const sumOf = (values: Float64Array, some: Some = () => true): number =>
  values.reduce((so, value, node) => (some(node) ? so + value : so), 0);
