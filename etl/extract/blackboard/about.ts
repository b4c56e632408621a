import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'With the key of a registered REST application that may read the course (10,000 calls a day), save the answers of /learn/api/public, all pages: v3/courses/<id>, v1/courses/<id>/users?expand=user, v2/courses/<id>/groups, v2/courses/<id>/groups/<group>/users as group-<group>.json, v1/courses/<id>/meetings and v1/courses/<id>/meetings/<meeting>/users; of Ultra courses v1/courses/<id>/discussions, v1/courses/<id>/discussions/<discussion>/messages and …/messages/<message>/replies, with --course, because no message names its course. One folder is one load. Forums of Original courses: the Caliper stream, read by the connector caliper. Collaborate and Class: the attendance report, read by meeting-report. Roles with a name of your own: --option "role.<name>=learner".',
  records: ['course', 'enrolment', 'group', 'membership', 'person', 'post', 'presence', 'session', 'space'],
  gives: [
    'courses, and rosters with SIS ids, roles and availability',
    'groups and group sets with their members',
    'meetings of the attendance tool with start and end',
    'attendance marks: present, late, absent, excused',
    'messages of discussions with their parent (Ultra), without their text',
  ],
  cannotGive: [
    'messages as a real answer has them: their fields are those that other people’s programs read, and an answer with another field is refused by name',
    'discussions of Original courses over REST: there are none; the Caliper stream has them',
    'how long somebody was in a class: a mark says that they came',
    'parents as observers, awards, grades and content: not read',
    'the group of a list of its members: its file name has to say it',
    'users whom a platform made to look at a course as a learner does: they are left out',
  ],
  verifiedOn: 'unverified',
  variants: ['attendance', 'discussions', 'groups', 'rosters'],
} as const satisfies About;
