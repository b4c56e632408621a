import { parseLocal } from '../../formats/dates.ts';
import { parseDuration } from '../../formats/durations.ts';

/** What a value looks like. Reports are translated, values hardly are: columns are known by shape, not by words. */
type Shape = 'moment' | 'day' | 'duration' | 'email' | 'number' | 'text' | 'empty';

export function shapeOf(value: string): Shape {
  if (value === '') return 'empty';
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return 'email';
  if (/^\d+(?:[.,]\d+)?$/.test(value)) return 'number';
  const local = parseLocal(value, 'dmy') ?? parseLocal(value, 'mdy') ?? parseLocal(value, 'ymd');
  if (local) return local.precision === 'day' ? 'day' : 'moment';
  return parseDuration(value) === undefined ? 'text' : 'duration';
}

/** The most frequent shape of each column's values that are not empty. */
export function columnShapes(rows: readonly (readonly string[])[]): Shape[] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const votes = Map.groupBy(rows, (row) => shapeOf(row[column] ?? ''));
    votes.delete('empty');
    const [most] = [...votes].sort(([, a], [, b]) => b.length - a.length);
    return most?.[0] ?? 'empty';
  });
}

/** Columns of a table with one row per person or per join. A column that is not there is undefined. */
interface JoinColumns {
  readonly name: number;
  readonly joined: number | undefined;
  readonly left: number | undefined;
  readonly duration: number | undefined;
  readonly email: number | undefined;
  readonly upn: number | undefined;
  readonly role: number | undefined;
}

/**
 * Finds the columns by position among those of the same shape: of two moments the first is the join, of two addresses
 * the first is the e-mail, of two texts the first is the name. Columns of other shapes, such as the engagement counts
 * of Teams Premium, find no place and are not read.
 */
export function joinColumns(rows: readonly (readonly string[])[]): JoinColumns {
  const shapes = columnShapes(rows);
  const [joined, left] = columnsOf(shapes, 'moment');
  const [duration] = columnsOf(shapes, 'duration');
  const [email, upn] = columnsOf(shapes, 'email');
  const [name = 0, role] = columnsOf(shapes, 'text');
  return { name, joined, left, duration, email, upn, role };
}

function columnsOf(shapes: readonly Shape[], wanted: Shape): number[] {
  return shapes.flatMap((shape, column) => (shape === wanted ? [column] : []));
}
