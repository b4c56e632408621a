import { keyOf } from '../../formats/natural-key.ts';
import type { Meant } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';
import { spaceKey, whoOf } from './forum.ts';
import { activityOf } from './log-activity.ts';
import type { LogEvent } from './log-event.ts';

/** Every event of the forum there is. */
export const forumEvents =
  /^edx\.forum\.(?:(?:thread|response|comment)\.(?:created|edited|deleted|reported|unreported|viewed|voted|followed|unfollowed|pinned|unpinned|locked|unlocked|mark)|searched|subscription\.\w+|user\.\w+)$/;

/** What the log says of the forum. The dump says it better: a post it holds is not said again. */
export function* forumEvent(found: LogEvent, batch: Batch): Generator<Meant> {
  const { name, at, person, course, event } = found;
  const [, kind = '', what = ''] = /^edx\.forum\.(\w+)\.(\w+)$/.exec(name) ?? [];
  const inCourse = course === undefined ? {} : { course };
  const post = event.text('id');
  if (what === 'created' && post !== undefined) {
    if (batch.dumped.has(post)) yield { passed: 'a post that the dump holds' };
    else yield postOf(found, kind, post, batch);
  } else if (what === 'voted' && post !== undefined) {
    const isUndone = event.flag('undo_vote') === true;
    const reaction = event.text('vote_value') === 'down' ? 'downvote' : 'upvote';
    const key = keyOf(post, person, reaction);
    yield {
      type: 'reaction',
      key,
      ...inCourse,
      post,
      person,
      kind: reaction,
      at,
      observedAt: at,
      ...(isUndone && { deleted: { at } }),
    };
  } else if ((what === 'reported' || what === 'unreported') && post !== undefined) {
    const key = keyOf(post, person, 'flag');
    const isOver = what === 'unreported';
    yield {
      type: 'reaction',
      key,
      ...inCourse,
      post,
      person,
      kind: 'flag',
      at,
      observedAt: at,
      ...(isOver && { deleted: { at } }),
    };
  } else yield activityOf(found);
}

/** A comment hangs on its response, a response on its thread. */
function postOf({ at, person, course, event }: LogEvent, kind: string, key: string, batch: Batch): Meant {
  const above = event.inner('response')?.text('id') ?? event.inner('discussion')?.text('id');
  const topic = event.text('commentable_id');
  const space = kind === 'thread' && course !== undefined && topic !== undefined ? spaceKey(course, topic) : undefined;
  const { anonymity } = whoOf(event);
  const goneAt = batch.deletedAt.get(key);
  return {
    type: 'post',
    key,
    ...(course !== undefined && { course }),
    ...(space !== undefined && { space }),
    thread: kind === 'thread' ? key : (event.inner('discussion')?.text('id') ?? above ?? key),
    ...(kind === 'thread' || above === undefined ? {} : { parent: above }),
    kind: kind === 'thread' ? 'thread' : kind === 'response' ? 'answer' : 'comment',
    ...(anonymity !== undefined && { anonymity }),
    ...(anonymity === 'all' ? {} : { author: person }),
    createdAt: at,
    ...(event.text('team_id') !== undefined && { visibility: 'group' as const }),
    ...(goneAt === undefined
      ? { title: event.text('title'), ...written(event.text('body'), batch.keepBodies) }
      : { deleted: { at: goneAt } }),
  };
}
