import type { z } from 'zod';
import { keyOf } from '../../formats/natural-key.ts';
import { proseOf } from '../../formats/prose.ts';
import type { Post } from '../../records/post.ts';
import type { Space } from '../../records/space.ts';
import type { Cells } from './cells.ts';
import { type Batch, envelopeOf, type Table } from './table.ts';

const postKinds = ['thread', 'reply', 'comment', 'answer', 'note', 'chat', 'announcement'] as const;
const spaceKinds = ['forum', 'channel', 'topic', 'dm', 'chat', 'qna', 'whiteboard', 'notes'] as const;
const visibilities = ['course', 'group', 'private', 'public'] as const;

export const posts: Table = {
  file: 'posts.csv',
  required: ['post_id', 'author_id', 'posted_at'],
  optional: [
    'space_id',
    'space_name',
    'space_kind',
    'space_formality',
    'thread_id',
    'parent_id',
    'words',
    'body',
    'addressee_id',
    'mentions',
    'deleted_at',
    'anonymity',
    'kind',
    'title',
    'url',
    'edited_at',
    'visibility',
    'co_author_ids',
    'quotes',
    'session_id',
    'has_question',
    'endorsed',
    'accepted',
  ],
  aliases: { reply_to: 'parent_id' },
  records(cells, batch) {
    const space = spaceOf(cells);
    const post = postOf(cells, batch, space?.key);
    if (!space || batch.spaces.has(space.key)) return [post];
    batch.spaces.add(space.key);
    return [space, post];
  },
};

export const reactions: Table = {
  file: 'reactions.csv',
  required: ['post_id', 'kind'],
  optional: ['person_id', 'at', 'count'],
  records(cells) {
    const post = cells.must('post_id');
    const person = cells.text('person_id');
    const kind = cells.must('kind').toLowerCase();
    return [
      {
        type: 'reaction',
        ...envelopeOf(cells, person === undefined ? keyOf(post, kind, '#') : keyOf(post, person, kind)),
        post,
        person,
        kind: cells.choice('kind', ['like', 'upvote', 'downvote', 'emoji', 'follow', 'flag', 'read', 'star'])!,
        at: cells.instant('at'),
        count: cells.count('count'),
      },
    ];
  },
};

function postOf(cells: Cells, { keepBodies }: Batch, space: string | undefined): z.input<typeof Post> {
  const key = cells.must('post_id');
  const parent = cells.text('parent_id');
  // A post that answers something belongs to a thread; without both columns it can only be its own.
  const thread = parent === undefined ? (cells.text('thread_id') ?? key) : cells.must('thread_id');
  const anonymity = cells.choice('anonymity', ['none', 'peers', 'all']);
  const deletedAt = cells.instant('deleted_at');
  const body = deletedAt === undefined ? cells.text('body') : undefined;
  const prose = body === undefined ? undefined : proseOf(body);
  return {
    type: 'post',
    ...envelopeOf(cells, key),
    ...(deletedAt === undefined ? {} : { deleted: { at: deletedAt } }),
    space,
    thread,
    parent,
    author: anonymity === 'all' ? undefined : cells.text('author_id'),
    addressee: cells.text('addressee_id'),
    coAuthors: anonymity === 'all' ? [] : cells.list('co_author_ids'),
    anonymity,
    kind: cells.choice('kind', postKinds) ?? kindOf(cells, thread === key && parent === undefined),
    createdAt: cells.mustInstant('posted_at'),
    editedAt: cells.instant('edited_at'),
    mentions: cells.list('mentions'),
    quotes: cells.list('quotes'),
    visibility: cells.choice('visibility', visibilities),
    endorsed: cells.flag('endorsed'),
    accepted: cells.flag('accepted'),
    words: cells.count('words') ?? prose?.words,
    chars: prose?.chars,
    hasQuestion: cells.flag('has_question') ?? prose?.hasQuestion,
    session: cells.text('session_id'),
    title: deletedAt === undefined ? cells.text('title') : undefined,
    url: cells.url('url'),
    body: keepBodies ? body : undefined,
  };
}

function kindOf(cells: Cells, opens: boolean): 'thread' | 'reply' | 'chat' {
  if (cells.choice('space_kind', spaceKinds) === 'chat') return 'chat';
  return opens ? 'thread' : 'reply';
}

/** Hand lists name the same space ("general") in several courses, so its key holds the course. */
function spaceOf(cells: Cells): z.input<typeof Space> | undefined {
  const id = cells.text('space_id') ?? cells.text('space_name');
  if (id === undefined) return undefined;
  const course = cells.text('course_id');
  return {
    type: 'space',
    ...envelopeOf(cells, course === undefined ? keyOf(id) : keyOf(course, id)),
    observedAt: undefined,
    kind: cells.choice('space_kind', spaceKinds),
    formality: cells.choice('space_formality', ['academic', 'informal', 'unknown']),
    title: cells.text('space_name'),
  };
}
