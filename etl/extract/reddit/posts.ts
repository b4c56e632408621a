import { z } from 'zod';
import { UnixSeconds } from '../../formats/unix-time.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';

/** Reddit's objects have a hundred fields and gain some every year; those named here decide, the rest is not looked at. */
export const Item = z.looseObject({
  id: z.string(),
  link_id: z.string().optional(),
  parent_id: z.union([z.string(), z.number()]).nullish(),
  author: z.string().nullish(),
  author_fullname: z.string().nullish(),
  title: z.string().optional(),
  selftext: z.string().nullish(),
  body: z.string().nullish(),
  created_utc: UnixSeconds,
  edited: z.union([z.boolean().transform(() => undefined), UnixSeconds]).nullish(),
  score: z.number().nullish(),
  distinguished: z.enum(['moderator', 'admin', 'special', 'gold-auto']).nullish(),
  subreddit: z.string(),
  subreddit_id: z.string().nullish(),
});
export type Item = z.infer<typeof Item>;

/** The place, the writer, the post and its votes. */
export function recordsOf(item: Item, keepBodies: boolean): RecordInput[] {
  const isComment = item.link_id !== undefined;
  const key = `${isComment ? 't1' : 't3'}_${item.id}`;
  const text = isComment ? item.body : item.selftext;
  const isGone = text === '[deleted]' || text === '[removed]';
  const author = authorOf(item);
  const space = item.subreddit_id ?? item.subreddit;
  const others = (item.score ?? 1) - 1; // one's own vote is counted in
  return [
    { type: 'space', key: space, kind: 'forum', visibility: 'public', title: item.subreddit },
    ...(author ? [author] : []),
    {
      type: 'post',
      key,
      space,
      ...(isComment ? placeInThread(item) : { kind: 'thread', thread: key }),
      ...(author ? { author: author.key } : {}),
      createdAt: item.created_utc,
      ...(item.edited ? { editedAt: item.edited } : {}),
      visibility: 'public',
      ...(item.distinguished === 'moderator' || item.distinguished === 'admin' ? { isStaffAtTime: true } : {}),
      ...(isGone ? { deleted: {} } : { ...written(text, keepBodies), ...(isComment ? {} : { title: item.title }) }),
    },
    ...(others > 0
      ? [{ type: 'reaction' as const, key: `${key}|upvote|#`, post: key, kind: 'upvote' as const, count: others }]
      : []),
  ];
}

/** Dumps of the first years have a number for a parent, which names nothing: then only the submission is known. */
function placeInThread({ link_id: link = '', parent_id: parent }: Item) {
  const known = typeof parent === 'string' && /^t[13]_/.test(parent);
  return known
    ? ({ kind: parent.startsWith('t1_') ? 'comment' : 'reply', thread: link, parent } as const)
    : ({ kind: 'comment', thread: link, replyInference: 'thread_root' } as const);
}

/** A handle is nobody's name until its owner says so. */
function authorOf({ author, author_fullname: id }: Item): Extract<RecordInput, { type: 'person' }> | undefined {
  if (!author || author === '[deleted]') return undefined;
  return {
    type: 'person',
    key: id ?? `u/${author}`,
    kind: author === 'AutoModerator' ? 'bot' : 'human',
    displayName: author,
    claims: [{ scheme: 'handle', value: author, issuer: 'reddit' }],
  };
}
