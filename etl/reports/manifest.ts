import { createHash } from 'node:crypto';
import type { Rule } from '../disclosure/hypercube.ts';
import { csvLine } from './csv-line.ts';
import type { Report } from './report.ts';

/** What was asked for, and by which definitions the numbers were made. */
export interface Asked {
  readonly unit: string;
  readonly week: string;
  readonly rule: Rule;
  /** By definition: the versions that occur in the rows. */
  readonly definitions: Readonly<Record<string, readonly number[]>>;
}

/** Two files: the table, and everything one needs to cite it and to make it again. The same data give the same bytes. */
export function filesOf(report: Report, asked: Asked): { readonly csv: string; readonly manifest: string } {
  const csv = [report.columns, ...report.rows].map((row) => csvLine([...row])).join('');
  const manifest = {
    report: report.name,
    class: 'aggregate',
    ...asked,
    rows: report.rows.length,
    suppressed: report.rows.flat().filter((cell) => cell === 'suppressed').length,
    disclosure:
      'Cells of fewer people than rule.least, and cells from which those could be found, say "suppressed". A zero is a zero. Giessing & Repsilber (2002).',
    columns: report.dictionary,
    sha256: createHash('sha256').update(csv).digest('hex'),
  };
  return { csv, manifest: `${JSON.stringify(manifest, null, 2)}\n` };
}
