import type { CourseSnapshot } from '../../indicator.ts';
import { anyFeeds, type Source } from '../../score/visibility.ts';

/** An answer for everybody who can be seen in one of the sources; null for the others. */
export function ofSeen<Answer>(
  snapshot: CourseSnapshot,
  among: readonly Source[],
  answer: (node: number, person: number) => Answer | null,
): (Answer | null)[] {
  return snapshot.people.map((person, node) =>
    anyFeeds(snapshot.signals[node]!.visibility, among) ? answer(node, person) : null,
  );
}

/** An answer for everybody for whom the forum has been open for two weeks: before, silence in it means nothing. */
export function ofTalkers<Answer>(
  snapshot: CourseSnapshot,
  answer: (node: number, person: number) => Answer | null,
): (Answer | null)[] {
  return snapshot.people.map((person, node) =>
    snapshot.signals[node]!.inboundPeers === null ? null : answer(node, person),
  );
}

/** A graph measure, shown only where the class is large enough for a position in it to mean something. */
export function positions(
  snapshot: CourseSnapshot,
  measure: (network: CourseSnapshot['network']) => ArrayLike<number | null>,
): (number | null)[] {
  if (!snapshot.forum || snapshot.people.length < 8) return snapshot.people.map(() => null);
  const values = measure(snapshot.network);
  return ofSeen(snapshot, ['forum'], (node) => values[node] ?? null);
}

/** A roster and a forum: without the one nobody can be a share of the class, without the other silence means nothing. */
export const hasTalk = ({ roster, forum }: CourseSnapshot): boolean => roster && forum;
