import { z } from 'zod';
import type { RecordInput } from '../../records/record.ts';
import type { Told } from './told.ts';
import { Key } from '../../records/values.ts';

/**
 * A post of Blackboard Learn, which has an event of its own instead of the standard's MessageEvent: the forum is the
 * object, the post is generated, and what it answers is named by an id that stands where the post's own does.
 */
const ForumPost = z.looseObject({
  id: Key,
  parentId: z.string().nullish(),
  threadId: z.string().nullish(),
  anonymous: z.boolean().nullish(),
});

/** No text is in the stream, only its length. Who deletes a post may be a moderator, so its tombstone names no author. */
export function forumPostRecords({ event, course }: Told, isGone = false): RecordInput[] | string {
  const { success, data: post } = ForumPost.safeParse(event.generated);
  if (!success) return 'a forum event that names no post';
  const sibling = (id: string) => post.id.replace(/[^/]+$/, id);
  const thread = post.threadId ? sibling(post.threadId) : post.id;
  const parent = post.parentId && sibling(post.parentId) !== post.id ? sibling(post.parentId) : undefined;
  const { object: forum, eventTime: at, actor } = event;
  if (isGone) {
    const tombstone = { createdAt: at, observedAt: at, deleted: { at, by: actor.id } };
    return [{ type: 'post', key: post.id, course, thread, ...tombstone }];
  }
  const title = typeof forum.name === 'string' ? { title: forum.name } : {};
  return [
    { type: 'space', key: forum.id, course, kind: 'forum', ...title },
    {
      type: 'post',
      key: post.id,
      course,
      space: forum.id,
      thread,
      ...(parent === undefined ? { kind: 'thread' } : { kind: 'reply', parent }),
      ...(post.anonymous === true ? { anonymity: 'all' } : { author: actor.id }),
      createdAt: at,
    },
  ];
}

/** True where nobody is to know who did it. */
export function isAnonymousPost({ generated }: Told['event']): boolean {
  return ForumPost.safeParse(generated).data?.anonymous === true;
}

/** Blackboard says beside the person who they are in the student information system. */
export function sisIdOf(extensions: unknown): string | undefined {
  const said = z.looseObject({ 'bb:user.externalId': z.string() }).safeParse(extensions);
  return said.success ? said.data['bb:user.externalId'] : undefined;
}
