import {
  amountIn,
  choiceIn,
  countIn,
  dayIn,
  flagIn,
  instantIn,
  linkIn,
  numberIn,
  refuse,
  zoneIn,
} from '../../formats/cell.ts';
import { toInstant } from '../../formats/dates.ts';
import { Day } from '../../records/values.ts';

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
    return this.#as(column, (text) => {
      if (isDay(text)) return refuse('BAD_DATE', column, 'is a day without a time. Write the time, too');
      return instantIn(column, text, 'ymd', this.#timezone);
    });
  }

  mustInstant(column: string): string {
    this.must(column);
    return this.instant(column)!;
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
    return this.#as(column, (text) => dayIn(column, text));
  }

  number(column: string): number | undefined {
    return this.#as(column, (text) => numberIn(column, text));
  }

  /** A number, 0 or more. */
  amount(column: string): number | undefined {
    return this.#as(column, (text) => amountIn(column, text));
  }

  count(column: string): number | undefined {
    return this.#as(column, (text) => countIn(column, text));
  }

  flag(column: string): boolean | undefined {
    return this.#as(column, (text) => flagIn(column, text));
  }

  choice<const Value extends string>(column: string, values: readonly Value[]): Value | undefined {
    return this.#as(column, (text) => choiceIn(column, text, values));
  }

  zone(column: string): string | undefined {
    return this.#as(column, (text) => zoneIn(column, text));
  }

  url(column: string): string | undefined {
    return this.#as(column, (text) => linkIn(column, text));
  }

  #as<Value>(column: string, read: (text: string) => Value): Value | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : read(text);
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
