import { BadCell, refuse } from '../../formats/cell.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { Condition, Value } from './mapping-file.ts';

/** One row, read by column name; undefined for a column the row lacks and for what means nothing. */
export type ReadCell = (column: string) => string | undefined;

/** A value of the mapping, ready to be taken from rows. */
export interface RowValue {
  /** For messages: the column or columns. */
  readonly label: string;
  readonly columns: readonly string[];
  take(cell: ReadCell): string | undefined;
}

export function rowValue(value: Value): RowValue {
  if (typeof value === 'string') return { label: value, columns: [value], take: (cell) => cell(value) };
  if (Array.isArray(value)) return compositeKey(value);
  if ('constant' in value) return { label: 'constant', columns: [], take: () => String(value.constant) };
  if ('columns' in value) {
    const { columns, join, none = [] } = value;
    const parts = (cell: ReadCell) => columns.map(cell).filter((part) => part !== undefined && !none.includes(part));
    return { label: columns.join(' + '), columns, take: (cell) => parts(cell).join(join) || undefined };
  }
  const { column, none = [], values, otherwise } = value;
  return {
    label: column,
    columns: [column],
    take(cell) {
      const text = cell(column);
      const said = text === undefined || none.includes(text) ? undefined : text;
      const translated = said === undefined || !values ? said : (values[said] ?? otherwise ?? unlisted(column, values));
      return translated === undefined ? stringOf(otherwise) : String(translated);
    },
  };
}

function compositeKey(parts: Extract<Value, readonly unknown[]>): RowValue {
  const columns = parts.filter((part) => typeof part === 'string');
  return {
    label: columns.join(' + '),
    columns,
    take(cell) {
      if (columns.every((column) => cell(column) === undefined)) return undefined;
      return keyOf(...parts.map((part) => (typeof part === 'string' ? cell(part) : part.constant)));
    },
  };
}

/** A translation without "otherwise" is a promise that all values are listed. */
function unlisted(column: string, values: Readonly<Record<string, unknown>>): never {
  const listed = Object.keys(values).join(', ');
  throw new BadCell('BAD_CHOICE', column, `Column "${column}" is not one of the mapping's values: ${listed}.`);
}

function stringOf(constant: string | number | boolean | undefined): string | undefined {
  return constant === undefined ? undefined : String(constant);
}

export function holds({ column, is, not, empty }: Condition, cell: ReadCell): boolean {
  const text = cell(column);
  if (empty !== undefined && (text === undefined) !== empty) return false;
  if (is && (text === undefined || !is.includes(text))) return false;
  return !(not && text !== undefined && not.includes(text));
}

/** A required value that a row does not have. */
export function missing(label: string): never {
  return refuse('MISSING_VALUE', label, 'is empty. Every row needs it');
}
