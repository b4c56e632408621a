import { digestOf } from '../../formats/natural-key.ts';
import { personKey } from './attendee.ts';
import type { Report } from './report.ts';
import { isRefused, type TimedRow } from './timed-row.ts';
import type { ReadTime } from './times.ts';

/** The session a report is about. Most exports give it no id: the key is a digest of start, title and organiser then. */
export interface Meeting {
  readonly key: string;
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
  /** Key of the person who called it. */
  readonly host?: string | undefined;
}

/** Undefined where neither the report nor a row says when the meeting was. */
export function meetingOf(report: Report, rows: readonly TimedRow[], read: ReadTime): Meeting | undefined {
  const seen = rows
    .flatMap((row) => (isRefused(row) ? [] : [row.joinAt, row.leaveAt]))
    .filter((at) => at !== undefined);
  const inOrder = seen.toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const startsAt = instant(report.starts, read) ?? inOrder.at(0);
  if (startsAt === undefined) return undefined;
  const endsAt = instant(report.ends, read) ?? inOrder.at(-1);
  const host = report.host && personKey(report.host);
  const lasted = endsAt !== undefined && Date.parse(startsAt) < Date.parse(endsAt);
  const key = report.key ?? digestOf(startsAt, report.title, host);
  return { key, startsAt, host, ...(lasted ? { endsAt } : {}) };
}

function instant(text: string | undefined, read: ReadTime): string | undefined {
  const at = text === undefined ? undefined : read(text);
  return typeof at === 'string' ? at : undefined;
}
