import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As an administrator with domain-wide delegation, save the answers of the Classroom API as JSON, all pages, one folder per load: courses, courses/<id>/teachers, courses/<id>/students, courses/<id>/courseWork, courses/<id>/courseWork/-/studentSubmissions, courses/<id>/announcements, courses/<id>/studentGroups and their studentGroupMembers, userProfiles/-/guardians. Addresses need the scope classroom.profile.emails.',
  records: ['activity', 'course', 'enrolment', 'group', 'membership', 'person', 'post', 'relation', 'space'],
  gives: [
    'courses, and rosters with learners and teachers: also who is silent',
    'what was handed in, taken back and handed in again, each with its time',
    'student groups with their members',
    'guardians as observers of their learner',
    'announcements of teachers, without their text',
  ],
  cannotGive: [
    'comments: the interface of Classroom has none, neither of the stream nor of a class nor private, so nothing here says who talks to whom',
    'e-mail addresses, where the scope for them was not granted',
    'work of learners who left: Classroom takes it away',
    'enrolment dates, grades, invitations, materials, topics and add-ons: not read',
  ],
  verifiedOn: 'unverified',
  variants: ['announcements', 'groups', 'guardians', 'rosters', 'submissions'],
} as const satisfies About;
