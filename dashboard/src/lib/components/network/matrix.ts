import type { Node } from '../../api/types.ts';
import { circlesOf, type Drawing } from './draw.ts';

/** A square of the matrix where two people meet. Every tie is drawn twice, on both sides of the diagonal. */
export interface Cell {
  readonly key: string;
  /** Places in the order of the rows, from 0. */
  readonly row: number;
  readonly column: number;
  /** Reply equivalents. */
  readonly strength: number;
}

export interface Matrix {
  /** Circle by circle, so that circles show as blocks; within, by name. Whoever is in touch with nobody comes last. */
  readonly people: readonly Node[];
  readonly cells: readonly Cell[];
  /** Where the circles stand on the diagonal, in places. */
  readonly blocks: readonly { readonly circle: number; readonly from: number; readonly size: number }[];
}

export function matrixOf({ lines, connected, isolates }: Drawing): Matrix {
  const inOrder = [...connected].sort(
    (one, other) => (one.circle ?? 1e9) - (other.circle ?? 1e9) || one.name.localeCompare(other.name),
  );
  const people = [...inOrder, ...[...isolates].sort((one, other) => one.name.localeCompare(other.name))];
  const placeOf = new Map(people.map(({ personId }, place) => [personId, place]));
  const cells = lines.flatMap(({ key, a, b, strength }) => {
    const [row, column] = [placeOf.get(a.personId)!, placeOf.get(b.personId)!];
    return [
      { key: `${key}/`, row, column, strength },
      { key: `/${key}`, row: column, column: row, strength },
    ];
  });
  const blocks = circlesOf(connected).map(({ circle, size }) => ({
    circle,
    from: people.findIndex((one) => one.circle === circle),
    size,
  }));
  return { people, cells, blocks };
}
