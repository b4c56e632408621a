import { defineShape } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

/** A discussion of an Ultra course: its opening text is the task, its messages are the posts. */
export const discussion = defineShape<Batch>(
  'a discussion',
  'discussions',
  { needs: 'id title topic gradable', takes: 'available created modified', hides: 'description' },
  function* (row) {
    yield { type: 'space', key: row.must('id'), kind: 'forum', title: row.must('title') };
  },
);

const states = { Published: 'there', Deleted: 'gone', Draft: 'draft' } as const;

/**
 * A message, or a reply to one. Its members are those that programs of others read; what else an answer has ends the file
 * by name. What answers the opening text has that text for its parent, which no answer holds.
 */
export const message = defineShape<Batch>(
  'a message of a discussion',
  'discussions',
  {
    needs: 'id discussionId status',
    takes: 'userId parentId threadId groupId created modified posted edited isRead',
    hides: 'body',
  },
  function* (row, { context }) {
    const [key, discussed, state] = [row.must('id'), row.must('discussionId'), row.mustOne('status', states)];
    if (state === 'draft') {
      yield { passed: 'a draft, which nobody but its author has seen' };
      return;
    }
    const [author, parent, editedAt] = [row.text('userId'), row.text('parentId'), row.instant('edited')];
    yield {
      type: 'post',
      key,
      space: discussed,
      thread: discussed,
      kind: 'reply',
      ...(parent !== undefined && { parent }),
      ...(author === undefined ? { anonymity: 'all' as const } : { author }),
      createdAt: row.instant('posted') ?? row.mustInstant('created'),
      ...(editedAt !== undefined && { editedAt }),
      ...(row.text('groupId') !== undefined && { visibility: 'group' as const }),
      ...(state === 'gone' ? { deleted: {} } : written(row.text('body'), context.keepBodies)),
    };
  },
);
