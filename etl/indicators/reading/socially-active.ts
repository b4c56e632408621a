import type { CourseSnapshot } from '../../indicator.ts';

/** Who posted, replied or came to a session in [from, to). */
export function sociallyActive({ writing, sessions }: CourseSnapshot, from: number, to: number): ReadonlySet<number> {
  const active = new Set<number>();
  for (const { author, at } of writing) if (at >= from && at < to) active.add(author);
  for (const { end, presence } of sessions) {
    if (end < from || end >= to) continue;
    for (const [person, { attended }] of presence) if (attended) active.add(person);
  }
  return active;
}
