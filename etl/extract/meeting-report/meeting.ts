import { createHash } from 'node:crypto';
import { personKey } from './attendee.ts';
import type { Report } from './report.ts';
import { isRefused, type TimedRow } from './timed-row.ts';
import type { ReadTime } from './times.ts';

/** The session a report is about. */
export interface Meeting {
  readonly key: string;
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
  /** Key of the person who called it. */
  readonly host?: string | undefined;
}

/** Key of a session in an export that gives it no id (reference/connectors §3). */
export function sessionKey(...parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(parts.map((part) => part ?? '').join('|'))
    .digest('hex');
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
  return { key: sessionKey(startsAt, report.title, host), startsAt, host, ...(lasted ? { endsAt } : {}) };
}

function instant(text: string | undefined, read: ReadTime): string | undefined {
  const at = text === undefined ? undefined : read(text);
  return typeof at === 'string' ? at : undefined;
}
