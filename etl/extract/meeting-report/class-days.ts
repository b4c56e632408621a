import type { Context } from '../../connector.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { digestOf } from '../../formats/natural-key.ts';
import { requireZone } from '../../formats/zone.ts';
import { noonOf } from './day.ts';
import type { Line, Sheet } from './layout.ts';
import { requireOrder } from './times.ts';

/** A column of a class register that is headed by a date. */
export interface ClassDay {
  readonly column: number;
  readonly session: string;
  readonly startsAt: string;
}

/**
 * The class dates of a register. The same date of the same course is the same session in every later state of the sheet;
 * a date that stands twice is two classes.
 */
export function classDays({ file }: Sheet, { cells }: Line, context: Context): ClassDay[] {
  const columns = dayColumns(cells);
  const order = requireOrder(
    file,
    columns.map((column) => cells[column] ?? ''),
    context,
  );
  const zone = requireZone(file, context.timezone);
  const earlier = new Map<string, number>();
  return columns.flatMap((column) => {
    const day = parseLocal(cells[column] ?? '', order)?.date;
    const noon = day && parseLocal(noonOf(day), 'ymd');
    const startsAt = noon && toInstant(noon, zone);
    if (!startsAt) return [];
    const number = (earlier.get(startsAt) ?? 0) + 1; // two classes on one day
    earlier.set(startsAt, number);
    return [
      {
        column,
        startsAt,
        session: digestOf(startsAt, undefined, undefined, context.course, ...(number > 1 ? [String(number)] : [])),
      },
    ];
  });
}

/** Columns whose header is a day of the calendar under some order. */
export function dayColumns(header: readonly string[]): number[] {
  return header.flatMap((text, column) => {
    const isDay = (['ymd', 'dmy', 'mdy'] as const).some((order) => parseLocal(text, order)?.precision === 'day');
    return isDay ? [column] : [];
  });
}
