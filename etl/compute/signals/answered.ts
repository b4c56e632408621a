import type { Member } from '../facts/members.ts';
import type { Post } from '../facts/posts.ts';
import { isStudent } from './copresence.ts';

const hourMs = 3_600_000;

/** S08's q counts own posts aged 48 h to 28 d; a peer's reply counts within 7 days. All bounds inclusive (§9.6.6). */
export const youngestMs = 48 * hourMs;
export const oldestMs = 672 * hourMs;
export const replyWindowMs = 168 * hourMs;

export interface Answered {
  readonly q: number;
  readonly k: number;
}

/** k and q by author at T. Only posts whose source says what a reply answers; deleted posts leave their author's count. */
export function answeredAt(
  posts: readonly Post[],
  members: ReadonlyMap<number, Member>,
  asOf: number,
): ReadonlyMap<number, Answered> {
  const byAuthor = new Map<number, Answered>();
  const firstReply = firstPeerReplies(posts, members, asOf);
  for (const post of posts) {
    const age = asOf - post.at;
    if (age < youngestMs || age > oldestMs || !post.parentsKnown) continue;
    if (post.deletedAt !== null && post.deletedAt < asOf) continue;
    const reply = firstReply.get(post.postId);
    const answered = reply !== undefined && reply - post.at <= replyWindowMs;
    const so = byAuthor.get(post.author) ?? { q: 0, k: 0 };
    byAuthor.set(post.author, { q: so.q + 1, k: so.k + (answered ? 1 : 0) });
  }
  return byAuthor;
}

/** Post id to the instant of the first answer by another student, before T. */
export function firstPeerReplies(
  posts: readonly Post[],
  members: ReadonlyMap<number, Member>,
  asOf: number,
): ReadonlyMap<number, number> {
  const authorOf = new Map(posts.map((post) => [post.postId, post.author]));
  const first = new Map<number, number>();
  for (const post of posts) {
    if (post.answers === null || post.at >= asOf || first.has(post.answers)) continue;
    if (authorOf.get(post.answers) === post.author || !isStudent(members.get(post.author), post.at)) continue;
    first.set(post.answers, post.at);
  }
  return first;
}
