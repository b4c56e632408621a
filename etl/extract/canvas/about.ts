import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'With an access token of a teacher or admin, save the answers of the REST API, all pages, per_page=100: /courses/:id/enrollments, /courses/:id/groups, /groups/:id/memberships, /courses/:id/discussion_topics, /courses/:id/discussion_topics/:topic/view?include_new_entries=1 as view-<topic id>.json (or /entries as entries-<topic id>.json, which holds ten answers to each entry only), /courses/:id/assignments/:id/peer_reviews. Load the answers of one course as one folder, with --course: a view without its topic is refused, because only the topic says whether it is anonymous.',
  records: ['enrolment', 'feedback', 'group', 'membership', 'person', 'post', 'relation'],
  gives: [
    'topics and entries with their explicit parent, the newest entries among them',
    'rosters with SIS ids, roles and states',
    'observers as relations to the learner they follow',
    'groups, and peer reviews: allotted and done',
  ],
  cannotGive: [
    'who wrote in an anonymous discussion: Canvas hides it',
    'who liked an entry: sums have no voters',
    'the course of a topic or view: say it with --course',
    'new entries, where the view was asked for without include_new_entries=1',
    'Canvas Data 2 and Live Events: not read',
  ],
  verifiedOn: 'unverified',
  variants: ['anonymous', 'deleted', 'entries', 'groups', 'observers', 'peer-reviews', 'topics', 'view-new-entries'],
} as const satisfies About;
