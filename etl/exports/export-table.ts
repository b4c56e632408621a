/** What a cell holds; null: it cannot be known, or is left out. Never a date: times are weeks of the course. */
export type Cell = string | number | boolean | null;

/** One column as the data dictionary says it. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean';
  /** What it means, with unit and range; what null means, where it is not "not known". */
  readonly about: string;
}

/**
 * A table of pseudonymised personal data. Its SQL lives in sql/exports/ and is one SELECT of one course ($1 institution,
 * $2 course, $3 as of), in an order that says nothing of Kith's own ids.
 */
export interface ExportTable {
  readonly id: string;
  readonly title: string;
  /** What a row is, in a sentence. */
  readonly about: string;
  /** Below sql/exports/. */
  readonly sqlFile: `${string}.sql`;
  readonly columns: readonly Column[];
  /** A row of the SQL, its names in camelCase, as cells in the order of the columns. */
  cells(row: Row): readonly Cell[];
}

export type Row = Readonly<Record<string, unknown>>;

/** For a table whose SQL gives the columns as they are, in their order. */
export const asSelected = (row: Row): readonly Cell[] => Object.values(row) as Cell[];

/** Keeps the literal id while checking the shape. */
export function defineExportTable<const T extends ExportTable>(table: T): T {
  return table;
}
