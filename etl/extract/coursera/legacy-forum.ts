import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { instantOfMillis, instantOfSeconds } from '../../formats/unix-time.ts';
import { countIn, refuse } from '../../formats/cell.ts';

const isStaff = {
  Student: false,
  Anonymous: false,
  Staff: true,
  Instructor: true,
  'Community TA': true,
  'Coursera Staff': true,
  'Coursera Tech Support': true,
} as const;

/** Posts of the platform of 2012 to 2015, as researchers published them. User 0 is whoever hid their name. */
export const legacyPosts = defineShape<Batch>(
  'course_posts',
  'legacy-forum',
  {
    needs: 'post_id thread_id course_id parent_id order user_id user_type post_time',
    takes: 'relative_t votes forum_id',
  },
  function* (row) {
    const [course, thread, parent] = [row.must('course_id'), row.must('thread_id'), row.id('parent_id')];
    const person = row.id('user_id');
    const time = row.must('post_time');
    const createdAt = instantOfSeconds(time) ?? instantOfMillis(time) ?? row.utc('post_time');
    const staff = row.one('user_type', isStaff);
    const isHidden = person === undefined || row.text('user_type') === 'Anonymous';
    const forum = row.text('forum_id');
    // Ids count from 1 in each course; a comment hangs on a post, a post answers the first one.
    yield {
      type: 'post',
      key: keyOf(course, row.must('post_id')),
      course,
      ...(forum !== undefined && { space: keyOf(course, 'forum', forum) }),
      thread: keyOf(course, thread),
      ...(parent === undefined ? {} : { parent: keyOf(course, parent) }),
      kind: parent !== undefined ? 'comment' : row.text('order') === '1' ? 'thread' : 'reply',
      ...(isHidden ? { anonymity: 'all' as const } : { author: person }),
      createdAt: createdAt ?? refuse('BAD_DATE', 'post_time', 'is no time'),
      ...(staff && { isStaffAtTime: true }),
    };
    const votes = votesOf(row.text('votes'));
    if (votes > 0) {
      const post = keyOf(course, row.must('post_id'));
      yield { type: 'reaction', key: keyOf(post, 'upvote', '#'), course, post, kind: 'upvote', count: votes };
    }
  },
);

/** More votes against a post than for it say nothing of who liked it. */
const votesOf = (text = '0'): number => (/^-\d+$/.test(text) ? 0 : countIn('votes', text));
