import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { Cell } from '../export-table.ts';
import type { Rows, WriteTable } from './file-format.ts';
import { boilerplate } from './xlsx-parts.ts';
import { xml } from './xml.ts';

/** Rows of a sheet, its head among them: no spreadsheet opens more. */
const sheetRows = 1_048_576;

/**
 * An Excel workbook, streamed: the next sheet begins where one is full. Text is text, never a formula, whatever it
 * begins with; what cannot be known is no cell.
 */
export const writeXlsx: WriteTable = async (file, table) => {
  const target = createWriteStream(file, { mode: 0o600 });
  const zip = new Zip((error, piece) => {
    if (error) target.destroy(error);
    else target.write(piece);
  });
  const add = (name: string) => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    const push = (text: string, last: boolean) => entry.push(new TextEncoder().encode(text), last);
    return { push, room: () => (target.writableNeedDrain ? once(target, 'drain') : undefined) };
  };
  const sheets = await writeSheets(table, add);
  for (const [name, text] of boilerplate(table.name, sheets)) add(name).push(text, true);
  zip.end();
  target.end();
  await finished(target);
};

interface Entry {
  push(text: string, last: boolean): void;
  room(): Promise<unknown> | undefined;
}

/** How many sheets it took. */
async function writeSheets({ columns, rows }: Rows, add: (name: string) => Entry): Promise<number> {
  const names = columns.map(({ name }) => name);
  const begin = (sheet: number): Entry => {
    const entry = add(`xl/worksheets/sheet${String(sheet)}.xml`);
    entry.push(`${head}${line(names, 1)}`, false);
    return entry;
  };
  let [sheet, written, text] = [1, 1, ''];
  let entry = begin(sheet);
  for await (const row of rows) {
    if (written === sheetRows) {
      entry.push(text + tail, true);
      [sheet, written, text] = [sheet + 1, 1, ''];
      entry = begin(sheet);
    }
    written += 1;
    text += line(row, written);
    if (text.length < 65_536) continue;
    entry.push(text, false);
    text = '';
    await entry.room();
  }
  entry.push(text + tail, true);
  return sheet;
}

const head =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
const tail = '</sheetData></worksheet>';

/** @param number of the row, from 1 */
const line = (cells: readonly Cell[], number: number): string =>
  `<row r="${String(number)}">${cells.map((value, place) => cell(value, columnName(place) + String(number))).join('')}</row>`;

function cell(value: Cell, place: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? '1' : '0'}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
}

/** A, B … Z, AA, AB … */
function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
