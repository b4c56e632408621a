import { refuse } from '../../formats/cell.ts';
import { personRecord } from '../../formats/person-record.ts';
import type { ItemSource } from '../../formats/read-items.ts';
import { defineShape } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

/** A post of the REST interface, which says of each whether it is anonymous; the data sets do not. */
const post = defineShape<Batch>(
  'a post',
  'posts-api',
  {
    needs: 'ForumId TopicId PostId ThreadId ParentPostId PostingUserId DatePosted IsAnonymous',
    takes:
      'PostingUserDisplayName Subject Message IsDeleted LastEditDate LastEditedBy LastEditedDate ReplyPostIds WordCount ' +
      'AttachmentCount RequiresApproval GroupFilterId CanRate UserRating Visibility',
    hides: 'Message Subject',
    parts: { Message: 'Text Html' },
  },
  function* (row, { context }) {
    const [author, name, parent] = [
      row.id('PostingUserId'),
      row.text('PostingUserDisplayName'),
      row.id('ParentPostId'),
    ];
    const isAnonymous =
      row.flag('IsAnonymous') ?? refuse('MISSING_VALUE', 'IsAnonymous', 'is empty. Every post needs it');
    const isHidden = isAnonymous || author === undefined;
    const [createdAt, editedAt] = [
      row.mustInstant('DatePosted'),
      row.instant('LastEditDate') ?? row.instant('LastEditedDate'),
    ];
    const isGone = row.flag('IsDeleted') === true;
    if (!isHidden) yield personRecord({ key: author, name });
    const message = row.inner('Message');
    yield {
      type: 'post',
      key: row.must('PostId'),
      space: row.must('TopicId'),
      thread: row.must('ThreadId'),
      ...(parent === undefined ? { kind: 'thread' } : { kind: 'reply', parent }),
      ...(isHidden ? { anonymity: 'all' as const } : { author }),
      createdAt,
      ...(editedAt !== undefined && Date.parse(editedAt) > Date.parse(createdAt) && { editedAt }),
      ...(isGone
        ? { deleted: {} }
        : {
            ...(parent === undefined && { title: row.text('Subject') }),
            ...written(message?.text('Html') ?? message?.text('Text'), context.keepBodies ?? false),
          }),
    };
  },
);

export const postsApi: ItemSource<Batch> = { shapes: [post], lists: ['Objects'], asides: ['Next', 'PagingInfo'] };
