import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { apart, defineShape, type Meant } from '../../formats/shape.ts';
import type { Fields } from '../../formats/fields.ts';
import type { Batch } from './batch.ts';
import { contentOf, forumKey, forums, placeOf } from './forum.ts';
import { groups } from './places.ts';
import { roleOf } from './roles.ts';
import {
  answeredAssessment,
  answeredCourse,
  answeredSubmission,
  answeredWorkshop,
  userBadge,
} from './service-tables.ts';

const authorNames = 'id fullname isdeleted groups urls';

/** An item of core_enrol_get_enrolled_users. The answer does not say of which course. */
const enrolledUser = defineShape<Batch>(
  'an enrolled user',
  'services',
  {
    needs: 'id fullname roles enrolledcourses',
    takes:
      'username firstname lastname email idnumber groups suspended auth confirmed lang calendartype theme timezone ' +
      'mailformat firstaccess lastaccess lastcourseaccess trackforums',
    hides:
      'address phone1 phone2 department institution description descriptionformat city country profileimageurlsmall ' +
      'profileimageurl customfields preferences interests',
    parts: { roles: 'roleid name shortname sortorder', groups: 'id name description descriptionformat' },
  },
  function* (row, batch) {
    const key = row.must('id');
    const [email, sisId, username] = [row.text('email'), row.text('idnumber'), row.text('username')];
    const [givenName, familyName] = [row.text('firstname'), row.text('lastname')];
    yield personRecord({ key, name: row.text('fullname'), givenName, familyName, email, sisId, username });
    const names = row.each('roles').map((role) => role.must('shortname'));
    const status = row.flag('suspended') === true ? 'suspended' : 'active';
    yield {
      type: 'enrolment',
      key: keyOf('enrolled', batch.course, key),
      person: key,
      role: roleOf(names),
      roleRaw: names.join(' '),
      status,
    };
    for (const group of row.each('groups')) {
      const id = group.must('id');
      yield { type: 'membership', key: keyOf(id, key), ...batch.courseOf('group', id), group: id, person: key };
    }
  },
  (row, batch) => batch.introduced.add(`person:${row.must('id')}`),
);

/** An item of core_group_get_group_members. */
const groupUsers = defineShape<Batch>(
  'members of a group',
  'services',
  { needs: 'groupid userids' },
  function* (row, batch) {
    const group = row.must('groupid');
    for (const person of row.texts('userids')) {
      yield { type: 'membership', key: keyOf(group, person), ...batch.courseOf('group', group), group, person };
    }
  },
);

const discussion = defineShape<Batch>(
  'a discussion',
  'services',
  {
    needs: 'id discussion parent userid created groupid',
    takes:
      'name timemodified usermodified timestart timeend modified mailed subject messageformat messagetrust attachment ' +
      'totalscore mailnow userfullname usermodifiedfullname numreplies numunread pinned locked starred canreply canlock ' +
      'canfavourite timelocked attachments messageinlinefiles',
    hides: 'message userpictureurl usermodifiedpictureurl',
  },
  function* () {
    yield { passed: 'a discussion: its posts come with mod_forum_get_discussion_posts' };
  },
);

/** The answer of mod_forum_get_discussion_posts, which names forum and course. */
const discussionPosts = defineShape<Batch>(
  'the posts of a discussion',
  'services',
  {
    needs: 'posts forumid courseid',
    takes: 'ratinginfo warnings',
    hides: 'message html replysubject',
    parts: {
      posts:
        'id subject replysubject message messageformat author discussionid hasparent parentid timecreated timemodified ' +
        'unread isdeleted isprivatereply haswordcount wordcount charcount capabilities urls attachments ' +
        'messageinlinefiles tags html',
      author: authorNames,
    },
  },
  function* (row, batch) {
    const [forum, course] = [row.must('forumid'), row.must('courseid')];
    batch.courses.set(`forum:${forum}`, course);
    if (batch.isNews(forumKey(forum))) yield { type: 'space', key: forumKey(forum), course };
    for (const post of row.each('posts')) yield* apart(() => postRecords(post, forum, batch));
  },
);

function* postRecords(post: Fields, forum: string, batch: Batch): Generator<Meant> {
  const thread = post.must('discussionid');
  batch.forumOf.set(thread, forum);
  const isGone = post.flag('isdeleted') === true;
  const author = post.inner('author');
  const [person, name] = [author?.id('id'), author?.text('fullname')];
  const isNamed = name !== undefined && author?.flag('isdeleted') !== true;
  if (person !== undefined && isNamed && batch.isNews(`person:${person}`)) yield personRecord({ key: person, name });
  const [createdAt, editedAt] = [post.mustSeconds('timecreated'), post.seconds('timemodified')];
  yield {
    ...placeOf(thread, post.id('parentid'), batch),
    type: 'post',
    key: post.must('id'),
    ...(person !== undefined && { author: person }),
    createdAt,
    ...(editedAt !== undefined && editedAt > createdAt && { editedAt }),
    ...contentOf(post, { isPrivate: post.flag('isprivatereply') === true, isGone }, batch),
  };
}

export const services = {
  shapes: [
    enrolledUser,
    groups,
    groupUsers,
    forums,
    discussion,
    discussionPosts,
    answeredCourse,
    answeredWorkshop,
    answeredSubmission,
    answeredAssessment,
    userBadge,
  ],
  lists: ['discussions', 'groups', 'forums', 'users', 'courses', 'workshops', 'submissions', 'assessments', 'badges'],
  asides: ['warnings', 'totalcount', 'totalfilesize'],
};
