import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Tables: as an administrator, from a read-only copy of the database or with the plugin "Ad-hoc database queries", one CSV per table with a header row, with the columns Kith knows only (SELECT the columns, never *; the load names one it does not know): user, course, enrol, user_enrolments, role, context, role_assignments, groups, groups_members, forum, forum_discussions, forum_posts, forum_read, rating, attendance, attendance_sessions, attendance_statuses, attendance_log, workshop, workshop_submissions, workshop_assessments, badge, badge_issued, course_completions, logstore_standard_log. Services: save the answers of core_enrol_get_enrolled_users, core_group_get_course_groups, core_group_get_group_members, mod_forum_get_forums_by_courses, mod_forum_get_forum_discussions, mod_forum_get_discussion_posts, core_course_get_courses, mod_workshop_get_workshops_by_courses, mod_workshop_get_submissions, mod_workshop_get_reviewer_assessments and core_badges_get_user_badges (as badges-<user id>.json where the answer does not say whose they are) (moodlewsrestformat=json), one file each; say the course with --course. Log: Reports, Logs, Download as CSV, with the page in English; say --timezone. Load what belongs together as one folder.',
  records: [
    'activity',
    'award',
    'course',
    'enrolment',
    'feedback',
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
  ],
  gives: [
    'posts with their explicit parent, who read them, and ratings',
    'rosters with roles by archetype, whatever a role is called; suspended enrolments',
    'groups, workshop assessments (allotted and done), attendance marks, badges, completions',
    'parents: who has a role in the context of a learner',
    'activity of the standard log, or of the Logs report a teacher can download',
  ],
  cannotGive: [
    'what was written: lengths are kept, private replies and deleted posts lose those, too',
    'who saw a class and for how long: the attendance plugin marks, it does not measure',
    'learners of a service answer without --course: the answer names no course',
    'a Logs report whose headers are not English; which post or page an event of it is about: only the course module is named',
    'events the log marks as anonymous: they are left out',
    'quiz answers, grades, messages and files: not read',
  ],
  verifiedOn: 'unverified',
  variants: ['log-report', 'services', 'tables', 'workshop-badges'],
} as const satisfies About;
