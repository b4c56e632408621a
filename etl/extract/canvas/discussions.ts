import { type Fields, isObject } from '../../formats/fields.ts';
import { personRecord } from '../../formats/person-record.ts';
import { apart, defineShape, type Meant } from '../../formats/shape.ts';
import { BadCell, refuse } from '../../formats/cell.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

const topicKey = (id: string) => `topic:${id}`;
const anonymity = { full_anonymity: 'all', partial_anonymity: 'all' } as const;

export const topic = defineShape<Batch>(
  'a discussion topic',
  'topics',
  {
    needs: 'id title message posted_at discussion_type',
    takes:
      'html_url url last_reply_at require_initial_post user_can_see_posts discussion_subentry_count read_state ' +
      'unread_count subscribed subscription_hold assignment_id delayed_post_at published lock_at locked pinned ' +
      'locked_for_user lock_info lock_explanation user_name topic_children group_topic_children root_topic_id podcast_url ' +
      'podcast_has_student_posts group_category_id attachments permissions allow_rating only_graders_can_rate sort_by_rating ' +
      'author anonymous_state is_announcement created_at position is_section_specific can_unpublish can_lock ' +
      'comments_disabled can_group todo_date course_id assignment context_code expanded expanded_locked sort_order ' +
      'sort_order_locked summary_enabled in_paced_course ungraded_discussion_overrides sections',
    parts: { author: 'id anonymous_id display_name avatar_image_url html_url pronouns' },
  },
  function* (row, batch) {
    const key = topicKey(row.must('id'));
    const author = row.inner('author')?.id('id');
    const hidden = row.one('anonymous_state', anonymity);
    const createdAt = row.instant('posted_at');
    if (createdAt === undefined) yield { passed: 'a topic that is not published yet' };
    else
      yield {
        type: 'post',
        key,
        thread: key,
        kind: row.flag('is_announcement') === true ? 'announcement' : 'thread',
        ...(hidden ? { anonymity: hidden } : author === undefined ? {} : { author }),
        createdAt,
        ...(row.id('root_topic_id') !== undefined && { visibility: 'group' as const }),
        title: row.text('title'),
        ...written(row.text('message'), batch.keepBodies),
      };
  },
  (row, { anonymous, topics }) => {
    topics.add(row.must('id'));
    if (row.text('anonymous_state') !== undefined) anonymous.add(row.must('id'));
  },
);

const entry =
  'id user_id parent_id message created_at updated_at rating_sum rating_count replies deleted editor_id attachment ' +
  'attachments user_name user recent_replies has_more_replies read_state forced_read_state anonymous_id author ' +
  'anonymous_author edited_at version report_type';

/** The whole discussion. It is eventually consistent: what is newer stands in `new_entries`, and may be in both. */
export const view = defineShape<Batch>(
  'the view of a discussion',
  'view-new-entries',
  {
    needs: 'view participants',
    takes: 'new_entries unread_entries entry_ratings forced_entries',
    hides: 'message avatar_image_url',
    parts: {
      view: entry,
      replies: entry,
      new_entries: entry,
      participants: 'id display_name avatar_image_url html_url pronouns anonymous_id',
    },
  },
  function* (row, batch, file) {
    const id = topicIn(file, 'view', batch);
    for (const person of row.each('participants')) {
      const [key, name] = [person.id('id'), person.text('display_name')];
      if (key !== undefined && batch.isNews(key)) yield personRecord({ key, name });
    }
    const given = new Set<string>();
    for (const each of [...row.each('view'), ...row.each('new_entries')]) yield* entries(each, id, given, batch);
  },
);

/** An item of /entries: an answer to the topic, with its latest ten answers. */
export const listedEntry = defineShape<Batch>(
  'an entry',
  'entries',
  {
    needs: 'id user_id user_name message created_at',
    takes: entry,
    hides: 'message avatar_image_url',
    parts: { recent_replies: entry },
  },
  function* (row, batch, file) {
    const topic = topicIn(file, 'entries', batch);
    const given = new Set<string>();
    for (const each of [row, ...row.each('recent_replies')]) {
      const [key, name] = [each.id('user_id'), each.text('user_name')];
      if (key !== undefined && !isAnonymous(each, topic, batch) && batch.isNews(key)) yield personRecord({ key, name });
      yield* apart(() => entryRecords(each, topic, given, batch));
    }
    if (row.flag('has_more_replies') === true) {
      yield { refused: new BadCell('MISSING_VALUE', 'recent_replies', moreReplies) };
    }
  },
);

const moreReplies =
  'The entry has more answers than this list holds, and they are missing. Load the view of the topic.';

/** Only the topic says whether it is anonymous; the answers below it may show who wrote all the same. */
function topicIn(file: string, kind: string, { topics }: Batch): string {
  const id = /(\d+)[^\d/]*$/.exec(file)?.[1];
  if (id === undefined) {
    return refuse('NO_THREAD', kind, `belongs to a topic it does not name. Name the file ${kind}-<topic id>.json`);
  }
  return topics.has(id) ? id : refuse('NO_TOPIC', kind, noTopic);
}

const noTopic =
  'is of a topic that is not in this load, so nobody knows whether it is anonymous. Load /discussion_topics with it';

function* entries(entry: Fields, topic: string, given: Set<string>, batch: Batch): Generator<Meant> {
  yield* apart(() => entryRecords(entry, topic, given, batch));
  for (const reply of isList(entry.value('replies')) ? entry.each('replies') : [])
    yield* entries(reply, topic, given, batch);
}

function* entryRecords(entry: Fields, topic: string, given: Set<string>, batch: Batch): Generator<Meant> {
  const key = entry.must('id');
  if (given.size === given.add(key).size) {
    yield { passed: 'a new entry that the view holds already' };
    return;
  }
  const [author, isGone] = [entry.id('user_id'), entry.flag('deleted') === true];
  const isHidden = isAnonymous(entry, topic, batch);
  const [createdAt, updatedAt] = [entry.mustInstant('created_at'), entry.instant('updated_at')];
  yield {
    type: 'post',
    key,
    thread: topicKey(topic),
    parent: entry.id('parent_id') ?? topicKey(topic),
    kind: 'reply',
    ...(isHidden || (author === undefined && !isGone)
      ? { anonymity: 'all' as const }
      : author === undefined
        ? {}
        : { author }),
    createdAt,
    ...(isGone
      ? { deleted: updatedAt === undefined ? {} : { at: updatedAt } }
      : written(entry.text('message'), batch.keepBodies)),
  };
}

function isAnonymous(entry: Fields, topic: string, batch: Batch): boolean {
  return (
    batch.anonymous.has(topic) || entry.value('anonymous_id') !== undefined || entry.flag('anonymous_author') === true
  );
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}
