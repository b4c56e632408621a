import { branchesOf, leavesOf, type Branch } from './branch.ts';
import { leastCount } from './fewest.ts';
import { suppress, type Pattern, type Rule } from './hypercube.ts';
import { narrowCells, type LeftOut } from './range.ts';

/**
 * Courses up to which the whole pattern is checked by linear programs, which take their time. Above it every table is
 * protected four times as widely instead: tables that share a row can take from each other's width.
 */
export const checkedUpTo = 60;
/** And cells of all of them together: many columns take as long as many courses. */
const cellsUpTo = 400;

/**
 * One pattern for a whole tree of tables: a node's row is the total of its own table and an ordinary row in the one above
 * it, and is left out in both or in neither. Every report of any part reads from this one pattern, so that two reports
 * that overlap never tell what one of them left out. A larger least leaves out whatever the smallest does, so that two
 * reports with two leasts tell together no more than the one with the smaller.
 */
export function suppressTree(root: Branch, rule: Rule): LeftOut {
  const out = leftOutBefore(root, rule);
  const courses = leavesOf(root).length;
  const checked = courses <= checkedUpTo && courses * root.counts.length <= cellsUpTo;
  const within = checked ? rule : { ...rule, width: 4 * rule.width };
  for (;;) {
    settle(root, within, out);
    const narrow = checked
      ? narrowCells(root, out, rule.width).filter(({ column }) => !rule.never?.includes(column))
      : [];
    if (narrow.length === 0) return out;
    for (const { key, column } of narrow) widen(root, out, key, column);
  }
}

/** What every report leaves out, whatever its least. */
function leftOutBefore(root: Branch, rule: Rule): Map<string, boolean[]> {
  if (rule.least > leastCount) {
    const before = suppressTree(root, { ...rule, least: leastCount, width: leastCount });
    return new Map([...before].map(([key, left]) => [key, [...left]]));
  }
  return new Map(
    branchesOf(root).map(({ key, counts }) => [key, counts.map((_, column) => rule.never?.includes(column) === true)]),
  );
}

/** Tables that share a row agree on it. */
function settle(root: Branch, rule: Rule, out: Map<string, boolean[]>): void {
  const tables = branchesOf(root).filter(({ below }) => below.length > 0);
  for (let again = true; again;) {
    again = false;
    for (const table of tables) again = suppressOne(table, rule, out) || again;
  }
}

/** Whether it left out something that was not left out before. */
function suppressOne({ key, counts, below }: Branch, rule: Rule, out: Map<string, boolean[]>): boolean {
  const rows = [...below, { key, counts }];
  const known: Pattern = rows.map((row) => out.get(row.key)!);
  const now = suppress({ counts: rows.map((row) => row.counts) }, rule, known);
  let more = false;
  rows.forEach((row, place) => {
    const next = row.counts.map((_, column) => now?.[place]?.[column] ?? true);
    if (next.some((left, column) => left && !known[place]![column]!)) more = true;
    out.set(row.key, next);
  });
  return more;
}

/** Leaves out one more: the largest cell of the same column that stands in a table with it, else of its own row. */
function widen(root: Branch, out: Map<string, boolean[]>, key: string, column: number): void {
  const tables = branchesOf(root).filter((table) => [table, ...table.below].some((row) => row.key === key));
  const told = tables
    .flatMap((table) => [...table.below, table])
    .filter((row) => !out.get(row.key)![column]!)
    .sort((one, other) => other.counts[column]! - one.counts[column]!);
  const row = out.get(told[0]?.key ?? key)!;
  if (told[0] === undefined) row.fill(true);
  else row[column] = true;
}
