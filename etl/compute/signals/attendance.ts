import { localHour } from '../calendar.ts';
import type { Member } from '../facts/members.ts';
import type { Session } from '../facts/sessions.ts';

/** S23 looks at sessions that ended in [T - 28 d, T). */
export const attendanceWindowMs = 672 * 3_600_000;
/** Hours of the learner's own day in which a session can be asked of them (§2.A S23). */
export const reachableHours = [7, 22] as const;

export interface Attendance {
  /** Sessions attended over sessions offered, excuses taken out. Null: none was offered. */
  readonly rate: number | null;
  /** Ids of the sessions within reach, before excuses: what learners must share to be compared. */
  readonly reachable: readonly number[];
  /** Whether the learner came, of every session offered, oldest first. */
  readonly came: readonly boolean[];
}

export function attendanceOf(
  member: Member,
  groups: ReadonlySet<string>,
  sessions: readonly Session[],
  asOf: number,
  courseZone: string,
  windowMs = attendanceWindowMs,
): Attendance {
  const reachable = sessions.filter((session) => isReachable(session, member, groups, asOf, courseZone, windowMs));
  const offered = reachable.filter((session) => {
    const presence = session.presence.get(member.personId);
    if (presence === undefined) return !session.marked;
    return !presence.excused && !presence.unknown;
  });
  const came = offered.map((session) => session.presence.get(member.personId)?.attended === true);
  return {
    rate: came.length === 0 ? null : came.filter(Boolean).length / came.length,
    reachable: reachable.map((session) => session.sessionId),
    came,
  };
}

function isReachable(
  session: Session,
  member: Member,
  groups: ReadonlySet<string>,
  asOf: number,
  courseZone: string,
  windowMs: number,
): boolean {
  if (session.end >= asOf || session.end < asOf - windowMs) return false;
  if (member.learner === null || session.start < member.learner.from) return false;
  if (session.group !== null && !groups.has(session.group)) return false;
  const hour = localHour(session.start, member.timezone ?? courseZone);
  return hour >= reachableHours[0] && hour < reachableHours[1];
}
