import { refuse } from '../../formats/cell.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { TableSource } from '../../formats/read-tables.ts';
import { defineShape, type Shape } from '../../formats/shape.ts';
import { csv } from '../../formats/table-dialects.ts';
import { written } from '../../formats/written.ts';
import { flags, isSystem, likes, personOf, placeOf } from './records.ts';

interface Batch {
  readonly keepBodies: boolean;
  /** Topic and number of a post, as everything else names it, by its id. */
  readonly places: Map<string, string>;
  readonly spaces: Set<string>;
}

/** What the queries of the docs page give, in the columns of Discourse's own tables. */
const posts = defineShape<Batch>(
  'the query of posts',
  'data-explorer',
  {
    needs: 'id topic_id post_number reply_to_post_number user_id created_at post_type archetype',
    takes: 'category_id deleted_at user_deleted updated_at last_version_at word_count like_count reply_count',
    hides: 'raw title',
  },
  function* (row, batch) {
    const [topic, number, user] = [row.must('topic_id'), row.must('post_number'), row.id('user_id')];
    if (row.mustOne('archetype', { regular: false, banner: false, private_message: true })) {
      yield { passed: 'private messages, which are not read' };
      return;
    }
    const kind = row.mustOne('post_type', { '1': 'post', '2': 'notice', '3': 'notice', '4': 'whisper' } as const);
    if (kind === 'notice' || isSystem(Number(user ?? 1))) {
      yield { passed: 'a notice of the forum, no post' };
      return;
    }
    const space = row.id('category_id');
    if (space !== undefined && !batch.spaces.has(space)) {
      batch.spaces.add(space);
      yield { type: 'space', key: space, kind: 'forum' };
    }
    const goneAt = row.utc('deleted_at');
    const isGone = goneAt !== undefined || row.flag('user_deleted') === true;
    yield {
      type: 'post',
      key: `${topic}:${number}`,
      ...(space !== undefined && { space }),
      thread: topic,
      ...placeOf(Number(topic), Number(number), row.count('reply_to_post_number')),
      ...(user !== undefined && { author: user }),
      createdAt: row.mustUtc('created_at'),
      ...(kind === 'whisper' && { visibility: 'private' as const }),
      ...(isGone ? { deleted: goneAt === undefined ? {} : { at: goneAt } } : {}),
      ...(isGone || kind === 'whisper' ? {} : written(row.text('raw'), batch.keepBodies)),
    };
  },
  (row, { places }) => places.set(row.must('id'), `${row.must('topic_id')}:${row.must('post_number')}`),
);

/** Here likes and reports have a person, which the posts of the interface lack. */
const actions = defineShape<Batch>(
  'the query of post actions',
  'data-explorer',
  { needs: 'post_id user_id post_action_type_id created_at', takes: 'id deleted_at' },
  function* (row, { places }) {
    const [person, action] = [row.must('user_id'), Number(row.must('post_action_type_id'))];
    const post =
      places.get(row.must('post_id')) ?? refuse('NO_OBJECT', 'post_id', 'is a post that is not in this load');
    const kind = action === likes ? 'like' : flags.has(action) ? 'flag' : undefined;
    if (kind === undefined) yield { passed: 'bookmarks and the like, which are not read' };
    else {
      const goneAt = row.utc('deleted_at');
      const over = goneAt === undefined ? {} : { deleted: { at: goneAt } };
      yield {
        type: 'reaction',
        key: keyOf(post, person, kind),
        post,
        person,
        kind,
        at: row.mustUtc('created_at'),
        ...over,
      };
    }
  },
);

const users = defineShape<Batch>(
  'the query of users',
  'data-explorer',
  { needs: 'id username', takes: 'name email active' },
  function* (row) {
    const id = Number(row.must('id'));
    if (isSystem(id)) yield { passed: 'the forum itself' };
    else
      yield personOf({
        id,
        username: row.must('username'),
        name: row.text('name'),
        email: row.text('email'),
        active: row.flag('active'),
      });
  },
);

export const explorer: TableSource<Batch> = { dialect: csv, tables: [users, posts, actions] as Shape<Batch>[] };

export function explorerBatch(keepBodies: boolean): Batch {
  return { keepBodies, places: new Map(), spaces: new Set() };
}
