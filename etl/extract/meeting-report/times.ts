import { UnreadableFile, type Context, type DateOrder, type SourceFile } from '../../connector.ts';
import { type DateHints, decideDateOrder } from '../../formats/date-order.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { requireZone } from '../../formats/zone.ts';
import { sessionDay } from './day.ts';

/** Reads one date text of a file. A string is an instant; an object says why there is none. */
export type ReadTime = (text: string) => string | BadTime;

export interface BadTime {
  readonly code: 'BAD_DATE' | 'DST_GAP';
  readonly message: string;
}

/** No report of this kind is older. Takes `22/7/11` read as 2011 out of the running. */
const reportsSince = '2019-01-01';

/**
 * Decides the date order of the whole file and takes the zone from the context, where the texts have none. Throws
 * UnreadableFile: AMBIGUOUS_DATE, MIXED_DATES, NO_TIMEZONE, BAD_TIMEZONE.
 */
export function readTimes(file: SourceFile, texts: readonly string[], context: Context): ReadTime {
  if (texts.length === 0) return instantReader('ymd', 'UTC');
  const order = requireOrder(file, texts, context);
  const zoned = texts.every((text) => needsNoZone(text, order));
  return instantReader(order, zoned ? 'UTC' : requireZone(file, context.timezone));
}

/** Reads texts of a known order and zone. */
export function instantReader(order: DateOrder, zone: string): ReadTime {
  return (text) => {
    const local = parseLocal(text, order);
    if (!local) return { code: 'BAD_DATE', message: `This is no date and time in the order ${order}.` };
    const message = `This time does not exist or exists twice in ${zone}: the clocks changed. Write it with its offset.`;
    return toInstant(local, zone) ?? { code: 'DST_GAP', message };
  };
}

/** The order of day, month and year of the whole file. Throws UnreadableFile: AMBIGUOUS_DATE, MIXED_DATES. */
export function requireOrder(file: SourceFile, texts: readonly string[], context: Context): DateOrder {
  const decision = decideDateOrder(texts, dateHints(file, context));
  if ('order' in decision) return decision.order;
  if ('ambiguous' in decision) {
    const hint = `Say --date-order ${decision.ambiguous.join(' or ')}, or put the day in the file's name (2022-04-11).`;
    throw new UnreadableFile('AMBIGUOUS_DATE', file.name, `${decision.readings.join(', or ')}.`, hint);
  }
  const message = context.dateOrder
    ? `No date in this file can be read in the order ${context.dateOrder}.`
    : 'The dates of this file follow no one order of day, month and year.';
  const hint = 'Say --date-order dmy, mdy, ymd or ydm; if two exports were pasted together, load them one by one.';
  throw new UnreadableFile('MIXED_DATES', file.name, message, hint);
}

/** What is known of a file's dates before they are read. */
export function dateHints(file: { readonly name: string }, context: Context): DateHints {
  return { known: context.dateOrder, sessionDate: sessionDay(file, context), termFrom: reportsSince };
}

/** True for a text that is no date too: it is rejected later. */
function needsNoZone(text: string, order: DateOrder): boolean {
  const local = parseLocal(text, order);
  return local === undefined || 'offset' in local;
}
