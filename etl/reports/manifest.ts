import { createHash } from 'node:crypto';
import type { Rule } from '../disclosure/hypercube.ts';
import { csvLine } from './csv-line.ts';
import type { Report } from './report.ts';

/** What was asked for, and by which definitions the numbers were made. */
export interface Asked {
  readonly unit: string;
  /** Monday; of several weeks the first and the last. */
  readonly week: string | { readonly from: string; readonly to: string };
  readonly rule: Rule;
  /** By definition: the versions that occur in the rows. */
  readonly definitions: Readonly<Record<string, readonly number[]>>;
}

/** Everything one needs to cite a table and to make it again. */
export const tableManifest = (report: Report, asked: Asked, sha256: string) => ({
  report: report.name,
  class: 'aggregate' as const,
  ...asked,
  rows: report.rows.length,
  suppressed: report.rows.flat().filter((cell) => cell === 'suppressed').length,
  disclosure,
  columns: report.dictionary,
  sha256,
});

export const disclosure =
  'Cells of fewer people than rule.least, and cells from which those could be found, say "suppressed". A zero is a zero; other counts are to the nearest 5, and shares are of such counts. Giessing & Repsilber (2002); HESA Standard Rounding Methodology.';

/** Two files: the table as CSV, and its manifest. The same data give the same bytes. */
export function filesOf(report: Report, asked: Asked): { readonly csv: string; readonly manifest: string } {
  const csv = [report.columns, ...report.rows].map((row) => csvLine([...row])).join('');
  const manifest = tableManifest(report, asked, createHash('sha256').update(csv).digest('hex'));
  return { csv, manifest: `${JSON.stringify(manifest, null, 2)}\n` };
}
