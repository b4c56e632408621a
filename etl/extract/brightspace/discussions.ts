import { refuse } from '../../formats/cell.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { Fields } from '../../formats/fields.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const place =
  'MustPostToParticipate AllowAnon IsHidden RequiresApproval SortOrder IsDeleted DeletedDate DeletedByUserId ResultId ' +
  'StartDate StartDateAvailabilityType EndDate EndDateAvailabilityType';

export const forums = defineShape<Batch>(
  'DiscussionForums',
  'full',
  { needs: 'ForumId OrgUnitId Name', takes: `${place} Version`, hides: 'Description' },
  function* (row, batch) {
    yield { type: 'space', key: `forum:${row.must('ForumId')}`, ...homeOf(row, batch), title: row.text('Name') };
  },
);

export const topics = defineShape<Batch>(
  'DiscussionTopics',
  'full',
  {
    needs: 'TopicId ForumId OrgUnitId Name AllowAnon',
    takes:
      `${place} LastPostDate LastPostUserId NumViews GradeItemId ScoreOutOf ScoreCalculationMethod ` +
      'IncludeNonScoredValues Version AIUtilization',
    hides: 'Description',
    newest: { key: ['TopicId'], version: 'Version' },
  },
  function* (row, batch) {
    const parent = `forum:${row.must('ForumId')}`;
    const [key, title] = [row.must('TopicId'), row.text('Name')];
    yield { type: 'space', key, parent, kind: 'topic', ...homeOf(row, batch), title };
  },
  (row, batch) => batch.allowsAnonymous.set(row.must('TopicId'), row.flag('AllowAnon') === true),
);

export const posts = defineShape<Batch>(
  'DiscussionPosts',
  'full',
  {
    needs: 'PostId TopicId UserId OrgUnitId ThreadId ParentPostId DatePosted IsDeleted',
    takes:
      'Thread IsReply NumReplies RatingSum NumRatings Score LastEditDate SortOrder Depth WordCount AttachmentCount Version',
    newest: { key: ['PostId'], version: 'Version' },
  },
  function* (row, batch) {
    const [space, author, parent] = [row.must('TopicId'), row.id('UserId'), row.id('ParentPostId')];
    const isAnonymous =
      author === undefined || (batch.allowsAnonymous.get(space) ?? refuse('NO_TOPIC', 'TopicId', noTopic));
    const isGone = row.flag('IsDeleted') === true;
    const [createdAt, editedAt] = [row.mustUtc('DatePosted'), row.utc('LastEditDate')];
    yield {
      type: 'post',
      key: row.must('PostId'),
      course: batch.courseOf(row.must('OrgUnitId')) ?? row.must('OrgUnitId'),
      space,
      thread: row.must('ThreadId'),
      ...(parent === undefined ? { kind: 'thread' } : { kind: 'reply', parent }),
      ...(isAnonymous ? { anonymity: 'all' as const } : { author }),
      createdAt,
      ...(editedAt !== undefined && editedAt > createdAt && { editedAt }),
      ...(batch.isPart(row.must('OrgUnitId')) && { visibility: 'group' as const }),
      ...(isGone ? { deleted: {} } : { words: row.count('WordCount') }),
      ...(isGone || parent !== undefined ? {} : { title: row.text('Thread') }),
    };
  },
);

export const readStatus = defineShape<Batch>(
  'DiscussionPostsReadStatus',
  'full',
  {
    needs: 'PostId UserId IsRead FirstReadDate',
    takes: 'TopicId LastReadDate Version OrgUnitId',
    newest: { key: ['PostId', 'UserId'], version: 'Version' },
  },
  function* (row) {
    const [post, person, at] = [row.must('PostId'), row.must('UserId'), row.utc('FirstReadDate')];
    if (at === undefined) yield { passed: 'a post that was never opened' };
    else yield { type: 'reaction', key: keyOf(post, person, 'read'), post, person, kind: 'read', at };
  },
);

const noTopic = 'is in no DiscussionTopics of this load, so nobody knows whether its posts may be anonymous';

function homeOf(row: Fields, batch: Batch) {
  const [unit, isGone] = [row.must('OrgUnitId'), row.flag('IsDeleted') === true];
  const course = batch.courseOf(unit);
  return {
    ...(course !== undefined && { course }),
    ...(batch.isPart(unit) && { visibility: 'group' as const, group: unit }),
    ...(isGone && { deleted: { at: row.utc('DeletedDate') } }),
  };
}
