import { refuse } from '../../formats/cell.ts';
import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { apart, defineShape, type Meant } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

const said = '_class id content body created last_activity is_instructor user num_upvotes is_upvoted is_following';
const parts = {
  user: '_class id title name display_name job_title url image_50x50 image_100x100 initials',
  replies: `${said} is_top_answer`,
  course: '_class id title url',
};

/** A question, with its replies where the answer holds them. */
export const question = defineShape<Batch>(
  'a question',
  'questions',
  {
    needs: 'id title created user course',
    takes: `${said} num_replies num_follows is_read is_featured related_lecture_title related_lecture_url modified replies`,
    hides: 'content body',
    parts,
  },
  function* (row, batch) {
    const [thread, space] = [`q${row.must('id')}`, row.inner('course')!.must('id')];
    if (batch.isNews(`space:${space}`)) yield { type: 'space', key: space, kind: 'qna' };
    yield* postRecords(row, { key: thread, space, thread, kind: 'thread', title: row.text('title') }, batch);
    for (const reply of row.each('replies')) yield* apart(() => replyRecords(reply, thread, space, batch));
  },
);

/** A reply alone: its answer does not say of which question, so the name of the file has to. */
export const answer = defineShape<Batch>(
  'a reply',
  'questions',
  { needs: 'id created user is_top_answer', takes: `${said} modified`, hides: 'content body', parts },
  function* (row, batch, file) {
    const thread = /(\d+)[^\d/]*$/.exec(file)?.[1];
    if (thread === undefined) refuse('NO_THREAD', 'question', 'is not named. Name the file replies-<question id>.json');
    yield* replyRecords(row, `q${thread}`, undefined, batch);
  },
);

function* replyRecords(row: Fields, thread: string, space: string | undefined, batch: Batch): Generator<Meant> {
  const [key, votes] = [`a${row.must('id')}`, row.count('num_upvotes') ?? 0];
  const isTop = row.flag('is_top_answer') === true;
  yield* postRecords(
    row,
    {
      key,
      ...(space !== undefined && { space }),
      thread,
      parent: thread,
      kind: 'answer',
      ...(isTop && { accepted: true }),
    },
    batch,
  );
  if (votes > 0) yield { type: 'reaction', key: keyOf(key, 'upvote', '#'), post: key, kind: 'upvote', count: votes };
}

type Place = Omit<Extract<Meant, { type: 'post' }>, 'type' | 'createdAt'>;

function* postRecords(row: Fields, place: Place, batch: Batch): Generator<Meant> {
  const user = row.inner('user');
  const [author, name] = [user?.id('id'), user?.text('display_name') ?? user?.text('title')];
  if (author !== undefined && batch.isNews(author)) yield personRecord({ key: author, name });
  yield {
    type: 'post',
    ...place,
    ...(author !== undefined && { author }),
    createdAt: row.mustInstant('created'),
    ...(row.flag('is_instructor') === true && { isStaffAtTime: true }),
    ...written(row.text('content') ?? row.text('body'), batch.keepBodies),
  };
}
