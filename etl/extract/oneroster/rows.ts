import type { Extracted, Reject, RowRef } from '../../connector.ts';
import { csvLine, isShifted } from '../../formats/csv-line.ts';
import type { RecordInput } from '../../records/record.ts';
import { openTable, type Table } from './tables.ts';

/** A row by the column names of the specification. An empty cell is undefined. */
export interface Row {
  readonly ref: RowRef;
  cell(name: string): string | undefined;
  readonly isShifted: boolean;
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
      isShifted: isShifted(cells, names.length),
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

/**
 * The row as CSV without what is not read: a rejected user must not leave a password or a telephone number behind. In a
 * shifted row nobody knows where those stand, so none of it is kept.
 */
function readCells(names: readonly string[], cells: readonly string[]): string | undefined {
  if (isShifted(cells, names.length)) return undefined;
  return csvLine(names.map((name, at) => (name === '' ? '' : (cells[at] ?? ''))));
}
