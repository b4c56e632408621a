import type { Context, Extracted, RowRef, SourceFile } from '../../connector.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { type Attendee, personRecord } from './attendee.ts';
import { noSessionDay } from './day.ts';
import { type Meeting, meetingOf } from './meeting.ts';
import { type Attendance, dateTexts, type Report } from './report.ts';
import { isRefused, type TimedAttendance, timedRow } from './timed-row.ts';
import { readTimes } from './times.ts';

/**
 * One session, every person once, and a presence for each row that has one. Throws UnreadableFile where the times or
 * the day of the meeting cannot be known.
 */
export function* reportRecords(file: SourceFile, report: Report, context: Context): Generator<Extracted> {
  const read = readTimes(file, dateTexts(report), context);
  const rows = report.rows.map((row) => timedRow(row, read));
  const meeting = meetingOf(report, rows, read);
  if (!meeting && !rows.every(isRefused)) throw noSessionDay(file);

  const top = { file: file.name, line: report.rows[0]?.line.line ?? 1 };
  const introduce = introducer();
  if (meeting) yield sessionRecord(report, meeting, top);
  const inRows = rows.some((timed) => !isRefused(timed) && timed.person === meeting?.host);
  if (report.host && meeting?.host && !inRows) yield* introduce(report.host, meeting.host, top);

  const unique = numberer();
  for (const timed of rows) {
    const { kind, line, reason = '', attendee } = timed.row;
    const ref = { file: file.name, line: line.line };
    if (kind === 'skip') yield { skipped: { reason }, ref };
    else if (isRefused(timed)) yield { reject: { ...timed.refused, raw: line.raw }, ref };
    else {
      const introduced = introduce(attendee, timed.person, ref);
      yield* introduced;
      if (kind !== 'person' && meeting) yield presenceRecord(timed, kind, meeting, unique, ref);
      else if (introduced.length === 0) yield { skipped: { reason: 'names a person who was named before' }, ref };
    }
  }
}

function sessionRecord({ title, kind }: Report, { key, startsAt, endsAt, host }: Meeting, ref: RowRef): Extracted {
  const named = { ...(kind && { kind }), ...(title && { title }) };
  return { record: { type: 'session', key, ...named, startsAt, endsAt, host, locationMode: 'online' }, ref };
}

function presenceRecord(
  { row, person, joinAt, leaveAt }: TimedAttendance,
  kind: Exclude<Attendance['kind'], 'person' | 'skip'>,
  meeting: Meeting,
  unique: (key: string) => string,
  ref: RowRef,
): Extracted {
  const common = { type: 'presence', session: meeting.key, person, status: 'present', role: row.role } as const;
  if (kind === 'mark' || kind === 'absent') {
    const status = kind === 'absent' ? 'absent' : common.status;
    return { record: { ...common, key: keyOf(meeting.key, person), precision: 'mark', status }, ref };
  }
  const until = leaveAt ?? (joinAt && meeting.endsAt);
  const key = kind === 'interval' ? keyOf(meeting.key, person, joinAt) : keyOf(meeting.key, person);
  const seconds = kind === 'interval' && joinAt && until ? secondsBetween(joinAt, until) : row.seconds;
  return { record: { ...common, key: unique(key), precision: kind, joinAt, leaveAt: until, seconds }, ref };
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

/** Gives a person record the first time somebody is seen. */
function introducer(): (attendee: Attendee, key: string, ref: RowRef) => readonly Extracted[] {
  const known = new Set<string>();
  return (attendee, key, ref) => {
    if (known.has(key)) return [];
    known.add(key);
    return [{ record: personRecord(attendee, key), ref }];
  };
}

/** Two devices of one person can join in the same second: the second one's key ends in `|2`. */
function numberer(): (key: string) => string {
  const times = new Map<string, number>();
  return (key) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}|${time}`;
  };
}
