import type { RightsReport } from '#lib/api/types.ts';

/** Rows by table, of all classes together, the most first. */
export function rowsOf(report: RightsReport): [table: string, rows: number][] {
  const all = 'classes' in report ? report.classes.map(({ rows }) => rows) : [report.rows];
  const sums = new Map<string, number>();
  for (const rows of all) {
    for (const [table, count] of Object.entries(rows)) sums.set(table, (sums.get(table) ?? 0) + count);
  }
  return [...sums].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
}

export const sumOf = (rows: readonly (readonly [string, number])[]): number =>
  rows.reduce((sum, [, count]) => sum + count, 0);
