import type { Db } from '@kith/sql/connect.ts';
import type { Format } from '../exports/approved-export.ts';
import { formats } from '../exports/formats/index.ts';
import { bandsReport } from './bands.ts';
import { healthReport } from './health.ts';
import { weeksOf } from './part.ts';
import type { Cell, Report } from './report.ts';
import { ruleOf, type TableKind, type WantedReport } from './wanted.ts';

const tables = { bands: bandsReport, health: healthReport } as const;

/** A table of all weeks of a span, the oldest first; null: no week has numbers. */
export async function tableOf(
  db: Db,
  wanted: WantedReport & { readonly kind: TableKind },
): Promise<{ readonly report: Report; readonly from: string; readonly to: string } | null> {
  const weeks = await weeksOf(db, wanted, wanted.span);
  const [from, to] = [weeks[0], weeks.at(-1)];
  if (from === undefined || to === undefined) return null;
  let report: Report | undefined;
  for (const week of weeks) {
    const one = await tables[wanted.kind](db, { ...wanted, week, rule: ruleOf(wanted) });
    report = { ...one, rows: [...(report?.rows ?? []), ...one.rows] };
  }
  return { report: report!, from, to };
}

/** Writes a table as a file. Parquet knows one type for a column: "suppressed" makes all of them text there. */
export const writeTable = (report: Report, format: Format, file: string): Promise<void> =>
  formats[format](file, {
    name: report.name,
    columns: report.columns.map((name) => ({ name, type: 'text', about: report.dictionary[name]! })),
    rows: rowsOf(report.rows, format === 'parquet'),
  });

async function* rowsOf(rows: Report['rows'], asText: boolean) {
  const cell = (value: Cell): Cell => (asText && typeof value === 'number' ? String(value) : value);
  for (const row of rows) yield row.map(cell);
}
