import { Readable } from 'node:stream';
import type { RejectRow } from '../queries/runs.ts';

const columns = ['file', 'line', 'code', 'field', 'message', 'raw'] as const;

/** Refused rows as CSV that a spreadsheet opens without running any of it. Streams: a load may refuse millions. */
export const rejectsAsCsv = (page: (after: number) => Promise<readonly RejectRow[]>): Readable =>
  Readable.from(lines(page));

async function* lines(page: (after: number) => Promise<readonly RejectRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`;
  for (let after = 0; ;) {
    const rows = await page(after);
    const last = rows.at(-1);
    if (!last) return;
    after = last.rejectNo;
    yield rows.map((row) => `${columns.map((column) => cell(row[column])).join(',')}\r\n`).join('');
  }
}

/** What a spreadsheet would take for a formula gets an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
