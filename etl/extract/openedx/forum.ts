import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape, type Meant } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';
import { date, mustOid, oid } from './extended-json.ts';

const shared =
  'anonymous anonymous_to_peers at_position_list updated_at votes visible abuse_flaggers ' +
  'historical_abuse_flaggers group_id edit_history context depth child_count sort_key sk last_activity_at pinned id';

export const spaceKey = (course: string, topic: string) => keyOf(course, topic);

/** A document of `{org}-{course}-{run}-{site}.mongo`: a thread, or a response or comment below one. */
export const document = defineShape<Batch>(
  'a forum document',
  'mongo',
  {
    needs: '_id _type course_id author_id created_at',
    takes:
      `${shared} title thread_type commentable_id closed comment_count tags_array close_reason_code closed_by ` +
      'comment_thread_id parent_id parent_ids endorsed endorsement is_deleted deleted_at deleted_by',
    hides: 'body body_text author_id author_username retired_username',
    parts: { votes: 'up down up_count down_count count point', endorsement: 'user_id time' },
  },
  function* (row, batch) {
    const [key, course] = [mustOid(row, '_id'), row.must('course_id')];
    const isThread = row.mustOne('_type', { CommentThread: true, Comment: false });
    const thread = isThread ? key : mustOid(row, 'comment_thread_id');
    const above = isThread ? undefined : oid(row, 'parent_id');
    const topic = isThread ? row.text('commentable_id') : undefined;
    const space = topic === undefined ? undefined : spaceKey(course, topic);
    if (space !== undefined && !batch.groups.has(space)) {
      batch.groups.add(space);
      yield { type: 'space', key: space, course, kind: 'topic' };
    }
    const [createdAt, updatedAt] = [date(row, 'created_at') ?? row.must('created_at'), date(row, 'updated_at')];
    yield {
      type: 'post',
      key,
      course,
      ...(space !== undefined && { space }),
      thread,
      ...(isThread ? {} : { parent: above ?? thread }),
      kind: isThread ? 'thread' : above === undefined ? 'answer' : 'comment',
      ...whoOf(row),
      createdAt,
      ...(updatedAt !== undefined && Date.parse(updatedAt) > Date.parse(createdAt) && { editedAt: updatedAt }),
      ...(row.id('group_id') !== undefined && row.text('group_id') !== 'None' && { visibility: 'group' as const }),
      ...(row.flag('endorsed') === true && { endorsed: true }),
      ...(isThread && { title: row.text('title') }),
      ...written(row.text('body'), batch.keepBodies),
    };
    yield* marksOf(row, key, course);
  },
  (row, batch) => batch.dumped.add(mustOid(row, '_id')),
);

/** The dump holds who wrote an anonymous post; nobody is to know. */
export function whoOf(row: Fields): { anonymity?: 'all' | 'peers'; author?: string } {
  if (row.flag('anonymous') === true) return { anonymity: 'all' };
  const author = row.text('author_id') ?? row.text('user_id');
  return { ...(row.flag('anonymous_to_peers') === true && { anonymity: 'peers' as const }), ...(author && { author }) };
}

/** The lists say who; the counts beside them are wrong in newer versions. */
function* marksOf(row: Fields, post: string, course: string): Generator<Meant> {
  const votes = row.inner('votes');
  const lists = [
    ['upvote', votes?.texts('up') ?? []],
    ['downvote', votes?.texts('down') ?? []],
    ['flag', row.texts('abuse_flaggers')],
  ] as const;
  for (const [kind, people] of lists) {
    for (const person of new Set(people)) {
      yield { type: 'reaction', key: keyOf(post, person, kind), course, post, person, kind };
    }
  }
}
