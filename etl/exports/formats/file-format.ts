import type { Cell, Column } from '../export-table.ts';

/** A table as it comes: its columns, and its rows one after the other, never all at once. */
export interface Rows {
  /** What a sheet is called. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** Writes a table to a new file, in memory that does not grow with its rows. The same rows give the same bytes. */
export type WriteTable = (file: string, table: Rows) => Promise<void>;
