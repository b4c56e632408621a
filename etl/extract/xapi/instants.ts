import { parseLocal, toInstant } from '../../formats/dates.ts';
import { Instant } from '../../records/values.ts';
import type { Refusal } from './refusal.ts';

const zoned = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)([.,]\d+)?\s?([Zz]|[+-]\d\d(?::?\d\d)?)$/;

/**
 * A timestamp as RFC 3339. The specification only SHOULDs a zone: one without is read in the source's zone, and
 * refused where none is configured, because the reader's own zone would shift every event.
 */
export function instantOf(text: string, zone: string | undefined): { readonly at: string } | Refusal {
  if (Instant.safeParse(text).success) return { at: text };
  const [, date, time, fraction = '', offset] = zoned.exec(text) ?? [];
  if (date !== undefined && time !== undefined && offset !== undefined) {
    const at = `${date}T${time}${fraction.replace(',', '.').slice(0, 10)}${fullOffset(offset)}`;
    return Instant.safeParse(at).success ? { at } : noTime;
  }
  const local = parseLocal(text, 'ymd');
  if (!local || !/^\d{4}-/.test(text)) return noTime;
  if (zone === undefined) return noZone;
  const at = toInstant(local, zone);
  return at === undefined ? noSuchHour : { at };
}

/** `z`, `+02` and `+0200` in the spelling RFC 3339 asks for. */
function fullOffset(offset: string): string {
  if (offset.length === 1) return 'Z';
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
}

const noTime = {
  code: 'BAD_TIME',
  field: 'timestamp',
  message: 'The timestamp is no date and time, such as 2026-02-01T09:00:00Z.',
};
const noZone = {
  code: 'NO_ZONE',
  field: 'timestamp',
  message: 'The timestamp names no time zone: say --timezone, for instance Europe/Vienna.',
};
const noSuchHour = {
  code: 'DST_GAP',
  field: 'timestamp',
  message: 'The clock skipped or repeated this hour, so the timestamp names no single instant.',
};
