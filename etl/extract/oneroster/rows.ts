import type { Extracted, Reject, RowRef } from '../../connector.ts';
import type { RecordInput } from '../../records/record.ts';
import { openTable, type Table } from './tables.ts';

/** A row by the column names of the specification. An empty cell is undefined. */
export interface Row {
  readonly ref: RowRef;
  cell(name: string): string | undefined;
  /** Ids in one cell, separated by commas. */
  list(name: string): readonly string[];
  refuse(code: string, field: string, message: string): Reject;
  believe(record: RecordInput): Extracted;
  skip(reason: string): Extracted;
}

/** Rows of a table, in file order, at constant memory. */
export async function* rowsOf(table: Table): AsyncGenerator<Row> {
  const { names, csv } = await openTable(table.file);
  const columns = new Map(names.map((name, at) => [name, at]));
  for await (const { line, cells } of csv.rows) {
    const ref = { file: table.file.name, line };
    const cell = (name: string) => {
      const text = cells[columns.get(name) ?? -1]?.trim();
      return text === '' ? undefined : text;
    };
    yield {
      ref,
      cell,
      list: (name) =>
        (cell(name) ?? '')
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== ''),
      refuse: (code, field, message) => ({ reject: { code, field, message, raw: readCells(names, cells) }, ref }),
      believe: (record) => ({ record, ref }),
      skip: (reason) => ({ skipped: { reason }, ref }),
    };
  }
}

/** The row as CSV without what is not read: a rejected user must not leave a password or a telephone number behind. */
function readCells(names: readonly string[], cells: readonly string[]): string {
  return names.map((name, at) => (name === '' ? '' : quoted(cells[at] ?? ''))).join(',');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
