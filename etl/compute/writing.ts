import type { CourseFacts } from './facts/course-facts.ts';
import type { Post } from './facts/posts.ts';
import { covers } from './facts/members.ts';
import type { Formality } from './facts/spaces.ts';
import { isStudent } from './signals/copresence.ts';

/** A post with everything that ever came back to it. Instants are Infinity where nothing came; compare them with T. */
export interface WrittenPost extends Post {
  readonly byStudent: boolean;
  readonly byStaff: boolean;
  /** Null: nobody has said what its space is for. */
  readonly formality: Formality | null;
  /** The first answer (reply_to) by anybody else, by another student, by staff. */
  readonly firstReplyAt: number;
  readonly firstPeerReplyAt: number;
  readonly firstStaffReplyAt: number;
  /** The first reply or reaction of another student. */
  readonly firstPeerSignAt: number;
  /** Whether it is the author's first in the course. */
  readonly firstOfAuthor: boolean;
}

/** Every post of a course, oldest first, read once for all its weeks: roles are those of the moment, not of T. */
export function writingOf(facts: CourseFacts): readonly WrittenPost[] {
  const members = new Map(facts.members.map((member) => [member.personId, member]));
  const known = new Set<number>();
  const posts = facts.posts.map((post) => {
    const member = members.get(post.author);
    const firstOfAuthor = !known.has(post.author);
    known.add(post.author);
    return {
      ...post,
      byStudent: isStudent(member, post.at),
      byStaff: member !== undefined && covers(member.staff, post.at),
      formality: facts.formality.get(post.postId) ?? null,
      firstReplyAt: Infinity,
      firstPeerReplyAt: Infinity,
      firstStaffReplyAt: Infinity,
      firstPeerSignAt: Infinity,
      firstOfAuthor,
    };
  });
  const byId = new Map(posts.map((post) => [post.postId, post]));
  for (const reply of posts) {
    const post = reply.answers === null ? undefined : byId.get(reply.answers);
    if (post === undefined || post.author === reply.author) continue;
    post.firstReplyAt = Math.min(post.firstReplyAt, reply.at);
    if (reply.byStaff) post.firstStaffReplyAt = Math.min(post.firstStaffReplyAt, reply.at);
    if (!reply.byStudent) continue;
    post.firstPeerReplyAt = Math.min(post.firstPeerReplyAt, reply.at);
    post.firstPeerSignAt = Math.min(post.firstPeerSignAt, reply.at);
  }
  for (const { personId, postId, at } of facts.reactions) {
    const post = byId.get(postId);
    if (post === undefined || post.author === personId || !isStudent(members.get(personId), at)) continue;
    post.firstPeerSignAt = Math.min(post.firstPeerSignAt, at);
  }
  return posts;
}
