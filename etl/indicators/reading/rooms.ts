import type { CourseSnapshot } from '../../indicator.ts';
import { dayMs } from './answers.ts';

export interface Rooms {
  /** Rooms of 28 days the person was in. */
  readonly inside: readonly unknown[];
  /** Sessions with rooms while the person was there, and those in which they joined one. */
  readonly offered: number;
  readonly joined: number;
  /** Different classmates met in them. */
  readonly mates: number;
}

const nowhere: Rooms = { inside: [], offered: 0, joined: 0, mates: 0 };

/** A room without a parent session is offered to those inside it only. */
export function roomsOf({ breakouts, sessions, nodeOf, asOf }: CourseSnapshot, person: number): Rooms {
  if (breakouts.length === 0) return nowhere;
  const recent = breakouts.filter(({ at }) => asOf - at <= 28 * dayMs);
  const inside = recent.filter(({ people }) => people.includes(person));
  const joined = new Set(inside.map(({ parentId, sessionId }) => parentId ?? -sessionId));
  const there = new Set(
    sessions.filter(({ presence }) => presence.get(person)?.attended === true).map(({ sessionId }) => sessionId),
  );
  const offered = new Set(
    recent.flatMap(({ parentId }) => (parentId !== null && there.has(parentId) ? [parentId] : [])),
  );
  const mates = new Set(inside.flatMap(({ people }) => people.filter((one) => one !== person && nodeOf.has(one))));
  return { inside, offered: new Set([...offered, ...joined]).size, joined: joined.size, mates: mates.size };
}
