import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine } from '../../reports/csv-line.ts';
import type { Rows, WriteTable } from './file-format.ts';

/** RFC 4180, UTF-8. What cannot be known is an empty cell; true and false are words. */
export const writeCsv: WriteTable = (file, table) =>
  pipeline(Readable.from(lines(table)), createWriteStream(file, { mode: 0o600 }));

async function* lines({ columns, rows }: Rows) {
  yield csvLine(columns.map(({ name }) => name));
  for await (const row of rows) yield csvLine(row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)));
}
