import { UnreadableFile, type Context } from '../../connector.ts';
import { decideDateOrder } from '../../formats/date-order.ts';
import { parseLocal, toInstant } from '../../formats/dates.ts';
import { requireZone } from '../../formats/zone.ts';
import { rowsOf } from './rows.ts';
import type { Table } from './tables.ts';

/** Reads the dates of one table. Undefined: no such day. */
export interface Days {
  /** YYYY-MM-DD. */
  day(text: string): string | undefined;
  /** A day's first instant, or the instant itself; zone-less text is in the zone of the load, else in UTC. */
  instant(text: string): string | undefined;
}

const termColumns = ['startDate', 'endDate', 'beginDate'];
const iso = /^\d{4}-\d{2}-\d{2}/;

/**
 * One table mixes `2017-04-05`, `2017-05-06 08:01:05` and `1/05/2023`. ISO needs no decision; the order of the others is
 * decided from all of them, in a pass of its own. Where only dates of change leave it open, those stay unread. Throws
 * UnreadableFile AMBIGUOUS_DATE or BAD_TIMEZONE.
 */
export async function daysOf(table: Table, context: Context): Promise<Days> {
  const others = new Set<string>();
  let decisive = false;
  for await (const row of rowsOf(table)) {
    for (const column of [...termColumns, 'dateLastModified']) {
      const text = row.cell(column);
      if (text === undefined || iso.test(text)) continue;
      others.add(text);
      decisive ||= column !== 'dateLastModified';
    }
  }
  const decision = decideDateOrder([...others], { known: context.dateOrder });
  if (decisive && 'ambiguous' in decision) {
    const hint = `Say --date-order ${decision.ambiguous.join(' or ')}.`;
    throw new UnreadableFile('AMBIGUOUS_DATE', table.file.name, `${decision.readings.join(', or ')}.`, hint);
  }
  const order = 'order' in decision ? decision.order : undefined;
  const zone = context.timezone === undefined ? 'UTC' : requireZone(table.file, context.timezone);
  const localOf = (text: string) =>
    order !== undefined || iso.test(text) ? parseLocal(text, order ?? 'ymd') : undefined;
  const instants = new Map<string, string | undefined>();
  return {
    day: (text) => localOf(text)?.date,
    instant(text) {
      if (instants.has(text)) return instants.get(text);
      const local = localOf(text);
      const at = local && toInstant(local, zone);
      if (instants.size < mostRemembered) instants.set(text, at);
      return at;
    },
  };
}

/** A term has few dates, in every enrolment of it; finding an instant costs more than the rest of the row. */
const mostRemembered = 10_000;
