import type { DateOrder } from '../connector.ts';
import { Day, Instant, Zone } from '../records/values.ts';
import { parseLocal, toInstant } from './dates.ts';

/** A cell that cannot be believed. Its row becomes a reject with this code, column and sentence, which never quotes it. */
export class BadCell extends Error {
  readonly code: string;
  readonly column: string;

  constructor(code: string, column: string, message: string) {
    super(message);
    this.code = code;
    this.column = column;
  }
}

/** What a cell's text means as a value of some kind. Each throws BadCell with the next step. */

export function instantIn(column: string, text: string, order: DateOrder, zone: string | undefined): string {
  if (Instant.safeParse(text).success) return text;
  const local = parseLocal(text, order);
  if (!local)
    return refuse(
      'BAD_DATE',
      column,
      order === 'ymd' ? noTime : `is not a time in the order ${order}. See whether its day and month are swapped`,
    );
  const hasOffset = local.precision !== 'day' && local.offset !== undefined;
  const at = hasOffset ? 'UTC' : zone;
  if (at === undefined) {
    return refuse('NO_ZONE', column, 'has no offset. Write it as 2026-03-31T18:30:00+02:00, or name a --timezone');
  }
  const gap = 'is a time the clocks skipped or showed twice that night. Write it with its offset';
  return toInstant(local, at) ?? refuse('DST_GAP', column, gap);
}

const noTime = 'is not a time. Write it as 2026-03-31T18:30:00+02:00';

/** YYYY-MM-DD. */
export function dayIn(column: string, text: string, order: DateOrder = 'ymd'): string {
  const local = Day.safeParse(text).success ? { date: text } : parseLocal(text, order);
  return local?.date ?? refuse('BAD_DATE', column, 'is not a day. Write it as 2026-03-31');
}

export function numberIn(column: string, text: string): number {
  const value = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value)
    ? value
    : refuse('BAD_NUMBER', column, 'is not a number. Write it with a point, as 4.5');
}

/** A number, 0 or more. */
export function amountIn(column: string, text: string): number {
  const value = numberIn(column, text);
  return value >= 0 ? value : refuse('BAD_NUMBER', column, 'is less than 0');
}

export function countIn(column: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return refuse('BAD_NUMBER', column, 'is not a count. Write a whole number, 0 or more');
}

export function flagIn(column: string, text: string): boolean {
  const lower = text.toLowerCase();
  if (['true', 't', 'yes', 'y', '1'].includes(lower)) return true;
  if (['false', 'f', 'no', 'n', '0'].includes(lower)) return false;
  return refuse('BAD_CHOICE', column, 'is neither true nor false');
}

export function choiceIn<const Value extends string>(column: string, text: string, values: readonly Value[]): Value {
  const lower = text.toLowerCase();
  const known = values.find((value) => value === lower);
  return known ?? refuse('BAD_CHOICE', column, `is not one of ${values.join(', ')}`);
}

export function zoneIn(column: string, text: string): string {
  if (Zone.safeParse(text).success) return text;
  return refuse('BAD_ZONE', column, 'is not an IANA time zone. Write it as Europe/Vienna');
}

export function linkIn(column: string, text: string): string {
  if (URL.canParse(text)) return text;
  return refuse('BAD_LINK', column, 'is not a link. Write it in full, with https://');
}

export function refuse(code: string, column: string, what: string): never {
  throw new BadCell(code, column, `Column "${column}" ${what}.`);
}

/** Cells beyond the header mean that all cells after some stray comma stand one column too far right. */
export function refuseRagged(cells: readonly string[], width: number): void {
  if (cells.length <= width) return;
  const message = `The row has ${cells.length} cells and the header ${width}. Put texts with a comma into quotes.`;
  throw new BadCell('TOO_MANY_CELLS', '', message);
}
