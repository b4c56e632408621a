import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape, type Meant } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

/** Newer exports repeat these in every table of the discussions. */
const newer = 'on_demand_session_id course_branch_id';

export const forums = defineShape<Batch>(
  'discussion_course_forums',
  'tables',
  {
    needs: 'discussion_forum_id course_branch_id discussion_course_forum_title',
    takes: 'discussion_course_forum_description discussion_course_forum_order',
  },
  function* (row, batch) {
    const course = batch.courseOfBranch(row.text('course_branch_id'));
    const title = row.text('discussion_course_forum_title');
    yield { type: 'space', key: row.must('discussion_forum_id'), ...(course !== undefined && { course }), title };
  },
);

export const questions = defineShape<Batch>(
  'discussion_questions',
  'tables',
  {
    needs: 'discussion_question_id user_id course_id discussion_question_created_ts discussion_question_title',
    takes: `discussion_question_context_type course_module_id course_item_id discussion_forum_id country_cd group_id discussion_question_updated_ts ${newer}`,
    hides: 'discussion_question_details',
  },
  function* (row, batch) {
    const [key, course, item] = [row.must('discussion_question_id'), row.must('course_id'), row.text('course_item_id')];
    const space = row.text('discussion_forum_id') ?? (item === undefined ? undefined : `item:${item}`);
    if (space?.startsWith('item:') && batch.spaces.size < batch.spaces.add(space).size) {
      yield { type: 'space', key: space, course };
    }
    yield {
      type: 'post',
      key,
      course,
      ...(space !== undefined && { space }),
      thread: key,
      kind: 'thread',
      author: row.must('user_id'),
      createdAt: row.mustUtc('discussion_question_created_ts'),
      ...edited(row, 'discussion_question'),
      ...(row.text('group_id') !== undefined && { visibility: 'group' as const }),
      title: row.text('discussion_question_title'),
      ...written(row.text('discussion_question_details'), batch.keepBodies),
    };
  },
);

export const answers = defineShape<Batch>(
  'discussion_answers',
  'tables',
  {
    needs: 'discussion_answer_id user_id course_id discussion_question_id discussion_answer_created_ts',
    takes: `discussion_answer_parent_discussion_answer_id discussion_answer_updated_ts ${newer}`,
    hides: 'discussion_answer_content',
  },
  function* (row, batch) {
    const thread = row.must('discussion_question_id');
    const above = row.text('discussion_answer_parent_discussion_answer_id');
    yield {
      type: 'post',
      key: row.must('discussion_answer_id'),
      course: row.must('course_id'),
      thread,
      parent: above ?? thread,
      kind: above === undefined ? 'answer' : 'comment',
      author: row.must('user_id'),
      createdAt: row.mustUtc('discussion_answer_created_ts'),
      ...edited(row, 'discussion_answer'),
      ...written(row.text('discussion_answer_content'), batch.keepBodies),
    };
  },
);

function edited(row: Fields, prefix: string): { editedAt?: string } {
  const [created, updated] = [row.utc(`${prefix}_created_ts`), row.utc(`${prefix}_updated_ts`)];
  return created !== undefined && updated !== undefined && updated > created ? { editedAt: updated } : {};
}

/** Votes, followings and reports of questions and of answers: six tables of one make. */
export const marks = (['question', 'answer'] as const).flatMap((kind) =>
  (['vote', 'following', 'flag'] as const).map((mark) => {
    const name = `discussion_${kind}_${mark}`;
    const value = mark === 'vote' ? 'value' : 'active';
    return defineShape<Batch>(
      `${name}s`,
      'tables',
      { needs: `user_id course_id discussion_${kind}_id ${name}_${value} ${name}_ts`, takes: newer },
      function* (row): Generator<Meant> {
        const [post, person, at] = [row.must(`discussion_${kind}_id`), row.must('user_id'), row.utc(`${name}_ts`)];
        const reaction =
          mark === 'vote'
            ? row.mustOne(`${name}_value`, { '1': 'upvote', '-1': 'downvote', '0': 'none' })
            : ({ following: 'follow', flag: 'flag' } as const)[mark];
        if (reaction === 'none') yield { passed: 'a vote that was taken back' };
        else {
          const isOver = mark !== 'vote' && row.flag(`${name}_active`) === false;
          const key = keyOf(post, person, reaction);
          const course = row.must('course_id');
          yield { type: 'reaction', key, course, post, person, kind: reaction, at, ...(isOver && { deleted: {} }) };
        }
      },
    );
  }),
);
