/** One possible pair, and what it costs; pairs that are not listed cannot be. */
export interface PossiblePair {
  readonly mentorId: number;
  readonly menteeId: number;
  /** The smaller the better. */
  readonly cost: number;
  /** How many more this mentor may take. */
  readonly free: number;
}

export interface Pair {
  readonly mentorId: number;
  readonly menteeId: number;
}

/** Dearer than any chain of pairs: nobody is left out so that others have it nicer. */
const leftOut = 1e6;
const impossible = 1e12;

/**
 * Pairs as many mentees as can be, at the least cost in all; no mentor takes more than they have room for. Equal costs
 * go by id, so that the same people give the same pairs.
 *
 * The Hungarian method by shortest augmenting paths, with a place for each free hour of a mentor and one for "nobody".
 * Kuhn, H. W. (1955). The Hungarian method for the assignment problem. Naval Research Logistics Quarterly 2, 83–97.
 */
export function assign(pairs: readonly PossiblePair[]): Pair[] {
  const mentees = [...new Set(pairs.map(({ menteeId }) => menteeId))].sort((one, other) => one - other);
  const room = new Map(pairs.map(({ mentorId, free }) => [mentorId, Math.min(free, mentees.length)]));
  const places = [...room]
    .sort(([one], [other]) => one - other)
    .flatMap(([mentorId, free]) => Array.from({ length: Math.max(0, free) }, () => mentorId));
  const costs = new Map(pairs.map(({ mentorId, menteeId, cost }) => [`${menteeId}:${mentorId}`, cost]));
  const cost = (row: number, column: number): number =>
    column >= places.length ? leftOut : (costs.get(`${mentees[row]!}:${places[column]!}`) ?? impossible);
  return shortestPaths(mentees.length, places.length + mentees.length, cost).flatMap((column, row) =>
    column < places.length ? { mentorId: places[column]!, menteeId: mentees[row]! } : [],
  );
}

/** The column of each row in the cheapest full assignment; there are at least as many columns as rows. */
function shortestPaths(rows: number, columns: number, cost: (row: number, column: number) => number): number[] {
  const rowPrice = Array<number>(rows + 1).fill(0);
  const columnPrice = Array<number>(columns + 1).fill(0);
  const rowOf = Array<number>(columns + 1).fill(0); // 0: free. Rows and columns count from 1 here.
  for (let row = 1; row <= rows; row++) {
    const least = Array<number>(columns + 1).fill(Infinity);
    const from = Array<number>(columns + 1).fill(0);
    const seen = Array<boolean>(columns + 1).fill(false);
    let column = 0;
    rowOf[0] = row;
    do {
      seen[column] = true;
      const at = rowOf[column]!;
      let [step, next] = [Infinity, 0];
      for (let other = 1; other <= columns; other++) {
        if (seen[other]) continue;
        const reduced = cost(at - 1, other - 1) - rowPrice[at]! - columnPrice[other]!;
        if (reduced < least[other]!) [least[other], from[other]] = [reduced, column];
        if (least[other]! < step) [step, next] = [least[other]!, other];
      }
      for (let other = 0; other <= columns; other++) {
        if (seen[other]) {
          rowPrice[rowOf[other]!]! += step;
          columnPrice[other]! -= step;
        } else least[other]! -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[from[column]!]!;
      column = from[column]!;
    }
  }
  const columnOf = Array<number>(rows).fill(columns);
  for (let column = 1; column <= columns; column++) if (rowOf[column]! > 0) columnOf[rowOf[column]! - 1] = column - 1;
  return columnOf;
}
