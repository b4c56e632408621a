import { parseLocal, toInstant } from '../../formats/dates.ts';
import { Day, Instant, Zone } from '../../records/values.ts';

/** A cell that cannot be believed. The row becomes a reject with this code, column and sentence. */
export class BadCell extends Error {
  readonly code: string;
  readonly column: string;

  constructor(code: string, column: string, message: string) {
    super(message);
    this.code = code;
    this.column = column;
  }
}

/** Where each column of the template stands in the file at hand. */
export type Positions = ReadonlyMap<string, number>;

/** One row of a native table, read by column name. An empty cell is undefined, never a zero or an empty text. */
export class Cells {
  readonly #cells: readonly string[];
  readonly #positions: Positions;
  /** IANA zone for a time without an offset. Undefined: such a time is refused. */
  readonly #timezone: string | undefined;
  /** IANA zone in which a day of this row begins. */
  readonly #dayZone: string;

  constructor(cells: readonly string[], positions: Positions, timezone: string | undefined, dayZone: string) {
    this.#cells = cells;
    this.#positions = positions;
    this.#timezone = timezone;
    this.#dayZone = dayZone;
  }

  text(column: string): string | undefined {
    const at = this.#positions.get(column);
    const cell = at === undefined ? undefined : this.#cells[at]?.trim();
    return cell === '' ? undefined : cell;
  }

  must(column: string): string {
    return this.text(column) ?? refuse('MISSING_VALUE', column, 'is empty. Every row needs it');
  }

  list(column: string): string[] {
    const parts = this.text(column)?.split(';') ?? [];
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** RFC 3339. */
  instant(column: string): string | undefined {
    const text = this.text(column);
    return text === undefined || Instant.safeParse(text).success ? text : this.#converted(column, text);
  }

  mustInstant(column: string): string {
    return this.instant(column) ?? refuse('MISSING_VALUE', column, 'is empty. Every row needs it');
  }

  /** An instant, or the first instant of a day. */
  from(column: string): string | undefined {
    const text = this.text(column);
    return text !== undefined && isDay(text) ? this.#midnight(text) : this.instant(column);
  }

  /** An instant, or the first instant after a day: a range "to" a day holds that day. */
  to(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined || !isDay(text)) return this.instant(column);
    const next = new Date(Date.parse(text) + 86_400_000);
    return this.#midnight(next.toISOString().slice(0, 10));
  }

  /** YYYY-MM-DD. */
  day(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined || isDay(text)) return text;
    return refuse('BAD_DATE', column, 'is not a day. Write it as 2026-03-31');
  }

  number(column: string): number | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const value = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) ? Number(text) : NaN;
    if (Number.isFinite(value)) return value;
    return refuse('BAD_NUMBER', column, 'is not a number. Write it with a point, as 4.5');
  }

  count(column: string): number | undefined {
    const text = this.text(column);
    if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
    return refuse('BAD_NUMBER', column, 'is not a count. Write a whole number, 0 or more');
  }

  /** A number, 0 or more. */
  amount(column: string): number | undefined {
    const value = this.number(column);
    return value === undefined || value >= 0 ? value : refuse('BAD_NUMBER', column, 'is less than 0');
  }

  flag(column: string): boolean | undefined {
    const text = this.text(column)?.toLowerCase();
    if (text === undefined) return undefined;
    if (['true', 't', 'yes', 'y', '1'].includes(text)) return true;
    if (['false', 'f', 'no', 'n', '0'].includes(text)) return false;
    return refuse('BAD_CHOICE', column, 'is neither true nor false');
  }

  choice<const Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    const text = this.text(column)?.toLowerCase();
    if (text === undefined) return undefined;
    const known = values.find((value) => value === text);
    return known ?? refuse('BAD_CHOICE', column, `is not one of ${values.join(', ')}`);
  }

  zone(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined || Zone.safeParse(text).success) return text;
    return refuse('BAD_ZONE', column, 'is not an IANA time zone. Write it as Europe/Vienna');
  }

  url(column: string): string | undefined {
    const text = this.text(column);
    if (text === undefined || URL.canParse(text)) return text;
    return refuse('BAD_LINK', column, 'is not a link. Write it in full, with https://');
  }

  /** A time the strict grammar does not know: a space for the T, or no offset where the person named a zone. */
  #converted(column: string, text: string): string {
    const local = parseLocal(text, 'ymd');
    if (!local) return refuse('BAD_DATE', column, 'is not a time. Write it as 2026-03-31T18:30:00+02:00');
    if (local.precision === 'day') return refuse('BAD_DATE', column, 'is a day without a time. Write the time, too');
    const zone = local.offset === undefined ? this.#timezone : 'UTC';
    if (zone === undefined) {
      return refuse('NO_OFFSET', column, 'has no offset. Write it as 2026-03-31T18:30:00+02:00, or name a --timezone');
    }
    const gap = 'is a time the clocks skipped or showed twice that night. Write it with its offset';
    return toInstant(local, zone) ?? refuse('DST_GAP', column, gap);
  }

  #midnight(day: string): string {
    return toInstant({ date: day, precision: 'day' }, this.#dayZone)!;
  }
}

/** Two columns of one row that must be in order. */
export function inOrder(from: string | undefined, to: string | undefined, column: string): void {
  if (from !== undefined && to !== undefined && Date.parse(to) < Date.parse(from)) {
    refuse('END_BEFORE_START', column, 'lies before the start. See whether the two are swapped');
  }
}

function isDay(text: string): boolean {
  return text.length === 10 && Day.safeParse(text).success;
}

export function refuse(code: string, column: string, what: string): never {
  throw new BadCell(code, column, `Column "${column}" ${what}.`);
}
