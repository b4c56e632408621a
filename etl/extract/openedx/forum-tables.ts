import { refuse } from '../../formats/cell.ts';
import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape, type Meant } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';
import { spaceKey, whoOf } from './forum.ts';

/** The forum since it lives in MySQL: threads and comments count apart, so their keys say which is which. */
const threadKey = (id: string) => `thread:${id}`;
const commentKey = (id: string) => `comment:${id}`;

const shared =
  'retired_username visible endorsed anonymous_to_peers group_id updated_at is_spam is_deleted deleted_at deleted_by_id';
const hides = 'body author_username';

export const contentTypes = defineShape<Batch>(
  'django_content_type',
  'forum-tables',
  { needs: 'id app_label model' },
  function* () {
    yield { passed: 'what votes and reports are about: used, no record of its own' };
  },
  (row, { contentTypes: known }) => {
    if (row.text('app_label') === 'forum') known.set(row.must('id'), row.must('model'));
  },
);

export const threads = defineShape<Batch>(
  'forum_commentthread',
  'forum-tables',
  {
    needs: 'id course_id author_id title thread_type commentable_id created_at anonymous',
    takes: `${shared} context closed pinned last_activity_at close_reason_code closed_by_id closed_by`,
    hides,
  },
  function* (row, batch) {
    const [key, course, topic] = [threadKey(row.must('id')), row.must('course_id'), row.must('commentable_id')];
    row.mustOne('thread_type', { question: true, discussion: true });
    const isTeam = row.one('context', { course: false, standalone: true }) ?? false;
    const space = spaceKey(course, topic);
    if (!batch.groups.has(space)) {
      batch.groups.add(space);
      yield { type: 'space', key: space, course, kind: 'topic', ...(isTeam && { visibility: 'group' as const }) };
    }
    const visibility = isTeam ? { visibility: 'group' as const } : {};
    yield postOf(
      row,
      { key, course, space, thread: key, kind: 'thread', ...visibility, title: row.text('title') },
      batch,
    );
  },
);

export const comments = defineShape<Batch>(
  'forum_comment',
  'forum-tables',
  {
    needs: 'id course_id author_id comment_thread_id parent_id created_at anonymous',
    takes: `${shared} depth child_count sort_key endorsement`,
    hides,
  },
  function* (row, batch) {
    const [thread, above] = [threadKey(row.must('comment_thread_id')), aboveOf(row)];
    const place = {
      key: commentKey(row.must('id')),
      course: row.must('course_id'),
      thread,
      parent: above === undefined ? thread : commentKey(above),
      kind: above === undefined ? 'answer' : 'comment',
    } as const;
    yield postOf(row, place, batch);
  },
);

/** The text "None" is what the code of the forum writes for no parent. */
function aboveOf(row: Fields): string | undefined {
  const above = row.id('parent_id');
  return above === 'None' ? undefined : above;
}

type Place = Omit<Extract<Meant, { type: 'post' }>, 'type' | 'createdAt'>;

function postOf(row: Fields, place: Place, batch: Batch): Meant {
  const [createdAt, updatedAt, goneAt] = [row.mustUtc('created_at'), row.utc('updated_at'), row.utc('deleted_at')];
  const isGone = row.flag('is_deleted') === true;
  const { title, ...where } = place;
  return {
    type: 'post',
    ...(row.id('group_id') !== undefined && { visibility: 'group' as const }),
    ...where,
    ...whoOf(row),
    createdAt,
    ...(updatedAt !== undefined && Date.parse(updatedAt) > Date.parse(createdAt) && { editedAt: updatedAt }),
    ...(row.flag('endorsed') === true && { endorsed: true }),
    ...(isGone
      ? { deleted: goneAt === undefined ? {} : { at: goneAt } }
      : { ...(title !== undefined && { title }), ...written(row.text('body'), batch.keepBodies) }),
  };
}

export const votes = defineShape<Batch>(
  'forum_uservote',
  'forum-tables',
  { needs: 'user_id content_type_id content_object_id vote', takes: 'id' },
  function* (row, batch) {
    const kind = row.mustOne('vote', { '1': 'upvote', '-1': 'downvote' } as const);
    yield markOf(row, kind, batch);
  },
);

export const flags = defineShape<Batch>(
  'forum_abuseflagger',
  'forum-tables',
  { needs: 'user_id content_type_id content_object_id flagged_at', takes: 'id' },
  function* (row, batch) {
    yield { ...markOf(row, 'flag', batch), at: row.utc('flagged_at') };
  },
);

function markOf(row: Fields, kind: 'upvote' | 'downvote' | 'flag', batch: Batch) {
  const [person, id, about] = [row.must('user_id'), row.must('content_object_id'), row.must('content_type_id')];
  const model = batch.contentTypes.get(about);
  if (model !== 'commentthread' && model !== 'comment') refuse('NO_OBJECT', 'content_type_id', noType);
  const post = model === 'comment' ? commentKey(id) : threadKey(id);
  return { type: 'reaction', key: keyOf(post, person, kind), post, person, kind } as const;
}

const noType = 'names no table of the forum. Load django_content_type with it';
