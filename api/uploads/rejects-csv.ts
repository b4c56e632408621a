import { Readable } from 'node:stream';
import { rejectColumns } from '@kith/etl/load/mended/read-mended.ts';
import type { RejectRow } from '../queries/runs.ts';

/** Refused rows as CSV that a spreadsheet opens without running any of it. Streams: a load may refuse millions. */
export const rejectsAsCsv = (runId: number, page: (after: number) => Promise<readonly RejectRow[]>): Readable =>
  Readable.from(lines(runId, page));

async function* lines(runId: number, page: (after: number) => Promise<readonly RejectRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${rejectColumns.join(',')}\r\n`;
  for (let after = 0; ;) {
    const rows = await page(after);
    const last = rows.at(-1);
    if (!last) return;
    after = last.rejectNo;
    const cells = rows.map((row) => ({ ...row, load: runId, no: row.rejectNo }));
    yield cells.map((row) => `${rejectColumns.map((column) => cell(row[column])).join(',')}\r\n`).join('');
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
