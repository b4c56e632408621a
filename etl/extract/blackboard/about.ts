import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'With the key of a registered REST application that may read the course (10,000 calls a day), save the answers of /learn/api/public, all pages: v3/courses/<id>, v1/courses/<id>/users?expand=user, v2/courses/<id>/groups, v2/courses/<id>/groups/<group>/users as group-<group>.json, v1/courses/<id>/meetings and v1/courses/<id>/meetings/<meeting>/users. One folder is one load. Forums: the Caliper stream, read by the connector caliper. Collaborate and Class: the attendance report, read by meeting-report. Roles with a name of your own: --option "role.<name>=learner".',
  records: ['course', 'enrolment', 'group', 'membership', 'person', 'presence', 'session'],
  gives: [
    'courses, and rosters with SIS ids, roles and availability',
    'groups and group sets with their members',
    'meetings of the attendance tool with start and end',
    'attendance marks: present, late, absent, excused',
  ],
  cannotGive: [
    'who answers whom: no answer of the REST interface with messages was seen, so none is read; the Caliper stream has it',
    'how long somebody was in a class: a mark says that they came',
    'parents as observers, awards, grades and content: not read',
    'the group of a list of its members: its file name has to say it',
    'users whom a platform made to look at a course as a learner does: they are left out',
  ],
  verifiedOn: 'unverified',
  variants: ['attendance', 'groups', 'rosters'],
} as const satisfies About;
