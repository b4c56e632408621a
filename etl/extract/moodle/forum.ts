import type { Fields } from '../../formats/fields.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { RecordInput } from '../../records/record.ts';
import type { Batch } from './batch.ts';

export const forumKey = (id: string) => `forum:${id}`;
const types = { general: 1, eachuser: 1, single: 1, qanda: 1, blog: 1, news: 1, social: 1 } as const;

/** The table, and an item of mod_forum_get_forums_by_courses. */
export const forums = defineShape<Batch>(
  'forum',
  'tables',
  {
    needs: 'id course type name',
    takes:
      'assessed scale maxbytes maxattachments forcesubscribe trackingtype rsstype rssarticles timemodified warnafter ' +
      'blockafter blockperiod completiondiscussions completionreplies completionposts displaywordcount ' +
      'lockdiscussionafter duedate cutoffdate grade_forum grade_forum_notify introformat introfiles lang cmid ' +
      'numdiscussions cancreatediscussions istracked unreadpostscount assesstimestart assesstimefinish',
    hides: 'intro',
  },
  function* (row) {
    const [key, course, title] = [forumKey(row.must('id')), row.must('course'), row.text('name')];
    row.mustOne('type', types);
    yield { type: 'space', key, course, title };
  },
  (row, batch) => {
    batch.courses.set(`forum:${row.must('id')}`, row.must('course'));
    batch.forumTypes.set(row.must('id'), row.must('type'));
    batch.introduced.add(forumKey(row.must('id')));
  },
);

export const discussions = defineShape<Batch>(
  'forum_discussions',
  'tables',
  {
    needs: 'id course forum firstpost userid groupid',
    takes: 'name assessed timemodified usermodified timestart timeend pinned timelocked',
  },
  function* () {
    yield { passed: 'a discussion: its posts are the records' };
  },
  (row, batch) => batch.forumOf.set(row.must('id'), row.must('forum')),
);

export const posts = defineShape<Batch>(
  'forum_posts',
  'tables',
  {
    needs: 'id discussion parent userid created',
    takes:
      'modified mailed subject messageformat messagetrust attachment totalscore mailnow deleted privatereplyto ' +
      'wordcount charcount',
    hides: 'message',
  },
  function* (row, batch) {
    const [thread, parent] = [row.must('discussion'), row.id('parent')];
    const [createdAt, editedAt] = [row.mustSeconds('created'), row.seconds('modified')];
    const state = { isPrivate: row.id('privatereplyto') !== undefined, isGone: row.flag('deleted') === true };
    yield {
      ...placeOf(thread, parent, batch),
      type: 'post',
      key: row.must('id'),
      ...(row.id('userid') !== undefined && { author: row.id('userid') }),
      createdAt,
      ...(editedAt !== undefined && editedAt > createdAt && { editedAt }),
      ...contentOf(row, state, batch),
    };
  },
);

type Post = Extract<RecordInput, { type: 'post' }>;

export function placeOf(
  thread: string,
  parent: string | undefined,
  batch: Batch,
): Pick<Post, 'course' | 'space' | 'thread' | 'kind' | 'parent'> {
  const forum = batch.forumOf.get(thread);
  const opener = batch.forumTypes.get(forum ?? '') === 'news' ? 'announcement' : 'thread';
  return {
    ...batch.courseOf('forum', forum),
    ...(forum !== undefined && { space: forumKey(forum) }),
    thread,
    ...(parent === undefined ? { kind: opener } : { kind: 'reply', parent }),
  };
}

/** What is kept of a post: of a private reply and a deleted post that it was written, and nothing else. */
export function contentOf(
  row: Fields,
  { isPrivate, isGone }: { readonly isPrivate: boolean; readonly isGone: boolean },
  batch: Batch,
): Partial<Pick<Post, 'title' | 'words' | 'chars' | 'hasQuestion' | 'body' | 'visibility' | 'deleted'>> {
  if (isPrivate) return { visibility: 'private', ...(isGone && { deleted: {} }) };
  if (isGone) return { deleted: {} };
  const said = written(row.text('message'), batch.keepBodies);
  const [words, chars] = [row.count('wordcount') ?? said?.words, row.count('charcount') ?? said?.chars];
  return {
    title: row.text('subject'),
    ...said,
    ...(words !== undefined && { words }),
    ...(chars !== undefined && { chars }),
  };
}

export const reads = defineShape<Batch>(
  'forum_read',
  'tables',
  { needs: 'userid postid firstread', takes: 'id forumid discussionid lastread' },
  function* (row) {
    const [post, person, at] = [row.must('postid'), row.must('userid'), row.seconds('firstread')];
    yield { type: 'reaction', key: keyOf(post, person, 'read'), post, person, kind: 'read', ...(at && { at }) };
  },
);

export const ratings = defineShape<Batch>(
  'rating',
  'tables',
  { needs: 'component ratingarea itemid rating userid', takes: 'id contextid scaleid timecreated timemodified' },
  function* (row) {
    if (row.text('component') !== 'mod_forum') {
      yield { passed: 'a rating of something that is no forum post' };
      return;
    }
    const [post, person, at] = [row.must('itemid'), row.must('userid'), row.seconds('timecreated')];
    yield { type: 'reaction', key: keyOf(post, person, 'star'), post, person, kind: 'star', ...(at && { at }) };
  },
);
