/**
 * Which cells of a table of counts are left out, so that none of the small ones can be found from the others.
 *
 * A table comes with its totals as last row and last column. A small cell is left out together with three others at the
 * corners of a rectangle: whatever is added to the one can be taken from the next and added again, and every total
 * stands. So an attacker who has all other cells still finds a range of at least `width` for it. Rectangles that lose
 * least are taken, and totals last.
 *
 * Giessing, S. & Repsilber, D. (2002). Tools and strategies to protect multiple tables with the GHQUAR cell suppression
 * engine. In: Inference Control in Statistical Databases, LNCS 2316, 181–192.
 */
export interface Table {
  /** Counts, totals included: the last row and the last column. */
  readonly counts: readonly (readonly number[])[];
}

export interface Rule {
  /** Counts from 1 up to this, not included, are left out. */
  readonly least: number;
  /** How many numbers a left-out cell may at least be, less one. */
  readonly width: number;
  /** Columns that nobody is told, small or not, and that need no protection, such as a total that is printed nowhere. */
  readonly never?: readonly number[];
}

/** By row and column, totals included: true is left out. */
export type Pattern = readonly (readonly boolean[])[];

/** A total that is left out costs as much as so many ordinary cells of its size: it is what readers look at first. */
const priceOfTotal = 10;

/**
 * @param already cells that are left out elsewhere and must be here
 * @returns null where nothing of the table can be told
 */
export function suppress({ counts }: Table, { least, width, never = [] }: Rule, already?: Pattern): Pattern | null {
  const out = counts.map((row, r) => row.map((count, c) => (count > 0 && count < least) || already?.[r]?.[c] === true));
  // The smallest first: what it needs often protects the others too.
  const small = cellsOf(out)
    .filter(({ c }) => !never.includes(c))
    .sort((one, other) => counts[one.r]![one.c]! - counts[other.r]![other.c]!);
  for (const cell of small) {
    const corners = cheapest(counts, out, cell, width);
    if (corners === null) return null;
    for (const { r, c } of corners) out[r]![c] = true;
  }
  return out;
}

interface Cell {
  readonly r: number;
  readonly c: number;
}

const cellsOf = (out: Pattern): Cell[] => out.flatMap((row, r) => row.flatMap((left, c) => (left ? [{ r, c }] : [])));

/** The other three corners of the rectangle that protects a cell and costs least. */
function cheapest(counts: Table['counts'], out: Pattern, cell: Cell, width: number): readonly Cell[] | null {
  let best: { readonly cost: number; readonly corners: readonly Cell[] } | null = null;
  for (let r = 0; r < counts.length; r++) {
    if (r === cell.r) continue;
    for (let c = 0; c < counts[r]!.length; c++) {
      if (c === cell.c || rangeOf(counts, cell, { r, c }) < width) continue;
      const corners = [
        { r: cell.r, c },
        { r, c: cell.c },
        { r, c },
      ];
      const cost = corners.reduce((sum, corner) => sum + priceOf(counts, out, corner), 0);
      if (best === null || cost < best.cost) best = { cost, corners };
    }
  }
  return best?.corners ?? null;
}

function priceOf(counts: Table['counts'], out: Pattern, { r, c }: Cell): number {
  if (out[r]![c]!) return 0;
  const isTotal = r === counts.length - 1 || c === counts[r]!.length - 1;
  return (counts[r]![c]! + 1) * (isTotal ? priceOfTotal : 1);
}

/** How far the cell can be moved up and down through a rectangle before a corner would be less than nothing. */
function rangeOf(counts: Table['counts'], cell: Cell, far: Cell): number {
  const corners = [
    { ...cell, sign: 1 },
    { r: cell.r, c: far.c, sign: opposite(counts[0]!.length - 1, cell.c, far.c) },
    { r: far.r, c: cell.c, sign: opposite(counts.length - 1, cell.r, far.r) },
    {
      ...far,
      sign: opposite(counts[0]!.length - 1, cell.c, far.c) * opposite(counts.length - 1, cell.r, far.r),
    },
  ];
  const least = (sign: number): number =>
    Math.min(...corners.filter((corner) => corner.sign === sign).map(({ r, c }) => counts[r]![c]!));
  // Up: whatever goes the other way comes down. Down: the cell itself, and what goes with it.
  return (corners.some(({ sign }) => sign < 0) ? least(-1) : Infinity) + least(1);
}

/** Two cells of a line move against each other, unless one of them is the line's total: then they move together. */
const opposite = (total: number, one: number, other: number): number => (one === total || other === total ? 1 : -1);
