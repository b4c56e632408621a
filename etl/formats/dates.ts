import { Temporal } from 'temporal-polyfill';
import type { DateOrder } from '../connector.ts';
import { type Clock, parseClock, plainSpaces } from './clock.ts';

/** A date text read, before a zone is known: a day that exists, `time` and `offset` only where the text has them. */
export type Local = { readonly date: string; readonly precision: 'day' } | (Clock & { readonly date: string });

const separated = /^(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?/;
const compact = /^(\d{4})()(\d{2})(\d{2})(?!\d)/;
const beforeTime = /^(?:, ?|T| )/i;

/**
 * Reads the date texts of meeting reports, registers and rosters: `9/22/26, 2:48:05 PM`, `22.09.26, 14:48:05`,
 * `22/7/11 18:29:28`, `2017-10-12T14:00:00`, `2017-05-06 08:01:05+02:00`, `20220214`, `2026. 9. 22. 오후 2:48`.
 *
 * A year of four digits at the front is read year-month-day, unless `order` is `ydm`; at the end it needs `dmy` or
 * `mdy`. Years of two digits are 1970 to 2069. Undefined: not of this shape, or not a day or time that exists.
 */
export function parseLocal(text: string, order: DateOrder): Local | undefined {
  const plain = plainSpaces(text);
  const [head, first = '', , second = '', third = ''] = separated.exec(plain) ?? compact.exec(plain) ?? [];
  if (head === undefined) return undefined;
  const date = calendarDay(inOrder(first, second, third, order));
  if (date === undefined) return undefined;

  const rest = plain.slice(head.length);
  if (rest === '') return { date, precision: 'day' };
  const time = beforeTime.test(rest) ? parseClock(rest.replace(beforeTime, '')) : undefined;
  return time && { date, ...time };
}

/**
 * The instant of a local text, RFC 3339 in UTC; of a day without a time, its first instant. `zone` is an IANA name.
 * Undefined: the zone's clock skipped or repeated that time (a change of summer time), so it names no single instant.
 * Throws RangeError where there is no such zone.
 */
export function toInstant(local: Local, zone: string): string | undefined {
  if (local.precision === 'day') {
    return Temporal.PlainDate.from(local.date).toZonedDateTime(zone).toInstant().toString();
  }
  const wall = `${local.date}T${local.time}`;
  if (local.offset !== undefined) return Temporal.Instant.from(wall + local.offset).toString();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation }).toInstant().toString(),
  );
  return earlier === later ? earlier : undefined;
}

/** Year, month, day as texts; undefined where a text with this many digits cannot be of that order. */
function inOrder(first: string, second: string, third: string, order: DateOrder): [string, string, string] | undefined {
  const yearFirst = first.length === 4;
  const yearLast = third.length === 4;
  if ((first.length > 2 && !yearFirst) || (third.length > 2 && !yearLast) || (yearFirst && yearLast)) return undefined;
  if (yearFirst) return order === 'ydm' ? [first, third, second] : [first, second, third];
  switch (order) {
    case 'dmy':
      return [third, second, first];
    case 'mdy':
      return [third, first, second];
    case 'ymd':
      return yearLast ? undefined : [first, second, third];
    case 'ydm':
      return yearLast ? undefined : [first, third, second];
  }
}

/** YYYY-MM-DD of a day that exists, 1900 to 2199. */
function calendarDay(parts: readonly [string, string, string] | undefined): string | undefined {
  if (!parts || parts[0].length < 2) return undefined;
  const [written, month, day] = parts.map(Number) as [number, number, number];
  const year = parts[0].length === 4 ? written : written + (written < 70 ? 2000 : 1900);
  if (year < 1900 || year > 2199 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days of a month, 1 to 12; 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
