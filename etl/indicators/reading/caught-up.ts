import type { CourseSnapshot, Pool, Some } from '../../indicator.ts';
import { dayMs } from './answers.ts';

/**
 * Of the missed places in sessions of 28 days that ended at least five days ago, those after which the learner
 * watched the recording or posted within five days. Null where nobody has ever watched one (not tracked).
 */
export function caughtUp(snapshot: CourseSnapshot, some: Some = () => true): Pool | null {
  const { sessions, recordings, writing, people, groupsOf, enrolledAt, asOf } = snapshot;
  if (recordings.length === 0) return null;
  let missed = 0;
  let caught = 0;
  for (const { sessionId, start, end, group, marked, presence } of sessions) {
    if (asOf - end > 28 * dayMs || asOf - end < 5 * dayMs) continue;
    const within = (at: number): boolean => at >= start && at - end <= 5 * dayMs;
    const watched = new Set(
      recordings.filter((one) => one.sessionId === sessionId && within(one.at)).map(({ personId }) => personId),
    );
    const wrote = new Set(writing.filter(({ at }) => at >= end && within(at)).map(({ author }) => author));
    people.forEach((person, node) => {
      if (!some(node)) return;
      const own = presence.get(person);
      if (start < enrolledAt[node]! || (group !== null && !groupsOf[node]!.has(group))) return;
      if (own === undefined ? marked : own.attended || own.excused || own.unknown) return;
      missed += 1;
      if (watched.has(person) || wrote.has(person)) caught += 1;
    });
  }
  return { part: caught, whole: missed };
}
