import type { Reject } from '../../connector.ts';
import { personKey } from './attendee.ts';
import type { Attendance } from './report.ts';
import type { ReadTime } from './times.ts';

/** A row whose person and times are known, or the reason why they are not. */
export type TimedRow = TimedAttendance | RefusedRow;

export interface TimedAttendance {
  readonly row: Attendance;
  readonly person: string;
  readonly joinAt?: string | undefined;
  readonly leaveAt?: string | undefined;
}

interface RefusedRow {
  readonly row: Attendance;
  readonly refused: Reject['reject'];
}

export function timedRow(row: Attendance, read: ReadTime): TimedRow {
  if (row.refused) return { row, refused: row.refused };
  const person = personKey(row.attendee);
  if (person === undefined) return refuse(row, 'NO_PERSON', 'name', 'The row has neither a name nor an address.');
  const joinAt = row.joined === undefined ? undefined : read(row.joined);
  if (typeof joinAt === 'object') return { row, refused: { field: 'join time', ...joinAt } };
  const leaveAt = row.left === undefined ? undefined : read(row.left);
  if (typeof leaveAt === 'object') return { row, refused: { field: 'leave time', ...leaveAt } };
  if (joinAt !== undefined && leaveAt !== undefined && Date.parse(leaveAt) < Date.parse(joinAt)) {
    return refuse(row, 'END_BEFORE_START', 'leave time', 'The row leaves before it joins.');
  }
  return { row, person, joinAt, leaveAt };
}

export function isRefused(row: TimedRow): row is RefusedRow {
  return 'refused' in row;
}

function refuse(row: Attendance, code: 'END_BEFORE_START' | 'NO_PERSON', field: string, message: string): RefusedRow {
  return { row, refused: { code, field, message } };
}
