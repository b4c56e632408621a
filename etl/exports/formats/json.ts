import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Rows, WriteTable } from './file-format.ts';

/** One array of objects, a row a line: a reader of JSON takes it whole, a reader of lines as it comes. */
export const writeJson: WriteTable = (file, table) =>
  pipeline(Readable.from(lines(table)), createWriteStream(file, { mode: 0o600 }));

async function* lines({ columns, rows }: Rows) {
  let before = '[\n';
  for await (const row of rows) {
    yield before + JSON.stringify(Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null])));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
