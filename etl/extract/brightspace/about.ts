import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As an administrator with the right to Brightspace Data Sets: Data Hub, download the full data sets once and the differential ones after it, and load the zips or the folder with them, the changes of one week in one load, and each load of posts with the full DiscussionTopics. Needed are Users, UserEnrollments, OrganizationalUnits and OrganizationalUnitParents; add the Discussion sets, EnrollmentsandWithdrawals, the Attendance sets, AwardsIssued, AwardObjects and AuditorRelationshipsLog. Posts of an anonymous topic, or before 2021: save the answers of /d2l/api/le/<version>/<course>/discussions/forums/<forum>/topics/<topic>/posts/ and say --course. Roles with a name of your own: --option "role.<name>=learner".',
  records: [
    'award',
    'course',
    'enrolment',
    'group',
    'membership',
    'outcome',
    'person',
    'post',
    'presence',
    'reaction',
    'relation',
    'session',
    'space',
    'unit',
  ],
  gives: [
    'posts with their explicit parent, and who read them when',
    'courses, departments, sections and groups with their members, from one roster',
    'withdrawals with their day',
    'attendance marks, awards with revocations',
    'auditors (advisors, parents) as observers',
  ],
  cannotGive: [
    'what was written: data sets hold no text',
    'who wrote a post in a topic that allows anonymous posts: no set says which of them are, so none has an author; the REST interface does',
    'when a class was: sessions have a name only; a day in it counts, else the first time the register was marked',
    'posts before 2021, and likes (ratings are sums without voters)',
    'surveys (their answers name no survey), quizzes, grades, content and logs: not read',
  ],
  verifiedOn: 'unverified',
  variants: ['differential', 'full', 'posts-api'],
} as const satisfies About;
