import type { DateOrder } from '../connector.ts';
import { plainSpaces } from './clock.ts';
import { parseLocal } from './dates.ts';

export interface DateHints {
  /** The person said it. */
  readonly known?: DateOrder | undefined;
  /** The day of the session, YYYY-MM-DD, from the timetable, the file's name or the person. */
  readonly sessionDate?: string | undefined;
  /** Days between which every date must lie, YYYY-MM-DD. */
  readonly termFrom?: string | undefined;
  readonly termTo?: string | undefined;
}

type DateOrderDecision =
  | { readonly order: DateOrder }
  /** More than one order fits and they mean different days. `readings` says which, for a message. */
  | { readonly ambiguous: readonly [DateOrder, DateOrder, ...DateOrder[]]; readonly readings: readonly string[] }
  /** No one order reads every sample; `sample` is one of them. */
  | { readonly impossible: true; readonly sample: string | undefined };

/** `ydm` is no country's custom: it is a mistake, and only believed when somebody says so. */
const customs = ['dmy', 'mdy', 'ymd'] as const satisfies DateOrder[];

/**
 * Decides the order of day, month and year for a whole file from all its date texts (reference/connectors §2.6 f).
 * Never guesses: an order is dropped when one text would be no day of the calendar, or a day outside the term; dots
 * mean day, month, year; then the day of the session decides; else the file is ambiguous. A text that is no date under
 * any order is a bad row and decides nothing; one with a year of four digits at the front is ISO and decides nothing.
 */
export function decideDateOrder(samples: readonly string[], hints: DateHints = {}): DateOrderDecision {
  const texts = [...new Set(samples)];
  const { known } = hints;
  if (known) return texts.some((text) => parseLocal(text, known)) ? { order: known } : impossible(texts);

  const dates = texts.filter((text) => customs.some((order) => dayOf(text, order)));
  if (dates.length === 0) return impossible(texts);
  const open = dates.filter((text) => !/^\D*\d{4}/.test(text));
  if (open.length === 0) return { order: 'ymd' };

  const possible = customs.filter((order) => open.every((text) => dayOf(text, order)));
  const inTerm = possible.filter((order) => open.every((text) => isWithin(dayOf(text, order), hints)));
  const [first, ...others] = differing(inTerm.length > 0 ? inTerm : possible, open);
  if (first === undefined) return impossible(open);
  if (first === 'dmy' && open.every((text) => text.includes('.'))) return { order: 'dmy' };

  const onTheDay = [first, ...others].filter((order) => open.some((text) => dayOf(text, order) === hints.sessionDate));
  const [second, ...more] = others;
  if (second === undefined || onTheDay.length === 1) return { order: onTheDay[0] ?? first };
  const ambiguous = [first, second, ...more] as const;
  return { ambiguous, readings: ambiguous.map((order) => inWords(open, order, ambiguous)) };
}

function dayOf(text: string, order: DateOrder): string | undefined {
  return parseLocal(text, order)?.date;
}

function isWithin(day: string | undefined, { termFrom = '', termTo = '9999' }: DateHints): boolean {
  return day !== undefined && day >= termFrom && day <= termTo;
}

/** Leaves out an order that reads every text as an earlier one does: 4/4/2013 is no question. */
function differing(orders: readonly DateOrder[], texts: readonly string[]): DateOrder[] {
  const meaning = (order: DateOrder) => texts.map((text) => dayOf(text, order)).join();
  return orders.filter((order, at) => orders.findIndex((other) => meaning(other) === meaning(order)) === at);
}

function impossible(texts: readonly string[]): DateOrderDecision {
  return { impossible: true, sample: texts[0] };
}

/** "10/9/26 is 10 September 2026 (dmy)", for the first text on which the orders disagree. */
function inWords(texts: readonly string[], order: DateOrder, orders: readonly DateOrder[]): string {
  const text = texts.find((candidate) => differing(orders, [candidate]).length === orders.length) ?? texts[0] ?? '';
  const day = dayOf(text, order) ?? '';
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  );
  return `${plainSpaces(text)} is ${words} (${order})`;
}
