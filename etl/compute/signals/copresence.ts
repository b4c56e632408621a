import { covers, type Member } from '../facts/members.ts';
import type { Post } from '../facts/posts.ts';
import type { TieEvent } from '../facts/tie-event.ts';
import { inWindow } from './contact.ts';

/**
 * Thread co-presence (§1.2, §9.1.5): who wrote in the same thread without answering each other there. Never stored,
 * because m, the number of student authors so far, changes with every week. Threads of more than twelve authors say
 * nothing about two of them.
 */
export const largestThread = 12;

export function threadCopresence(
  posts: readonly Post[],
  members: ReadonlyMap<number, Member>,
  asOf: number,
): readonly TieEvent[] {
  const events: TieEvent[] = [];
  for (const thread of Map.groupBy(posts, (post) => post.thread).values()) {
    if (!thread.some((post) => inWindow(post.at, asOf))) continue;
    events.push(...copresenceOf(thread, members, asOf));
  }
  return events;
}

function copresenceOf(thread: readonly Post[], members: ReadonlyMap<number, Member>, asOf: number): TieEvent[] {
  const firstAt = new Map<number, number>();
  const authorOf = new Map<number, number>();
  const answered = new Set<string>();
  for (const post of thread) {
    if (post.at >= asOf) continue;
    authorOf.set(post.postId, post.author);
    const to = post.answers === null ? undefined : authorOf.get(post.answers);
    if (to !== undefined) answered.add(pair(post.author, to));
    if (isStudent(members.get(post.author), post.at) && !firstAt.has(post.author)) firstAt.set(post.author, post.at);
  }
  const authors = [...firstAt.keys()].sort((a, b) => a - b);
  const m = authors.length;
  if (m < 2 || m > largestThread) return [];
  return authors.flatMap((source, index) =>
    authors.slice(index + 1).flatMap((target) => {
      const at = Math.max(firstAt.get(source)!, firstAt.get(target)!);
      if (answered.has(pair(source, target)) || !inWindow(at, asOf)) return [];
      return [
        {
          kind: 'thread_copresence',
          layer: 'contact' as const,
          source,
          target,
          directed: false,
          at,
          weight: 0.25 / (m - 1),
        },
      ];
    }),
  );
}

/** Takes part as a learner at that instant; staff never do. */
export function isStudent(member: Member | undefined, at: number): boolean {
  if (member === undefined) return false;
  return member.learner !== null && !covers(member.staff, at);
}

const pair = (a: number, b: number): string => (a < b ? `${String(a)} ${String(b)}` : `${String(b)} ${String(a)}`);
