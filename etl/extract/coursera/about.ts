import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As a data coordinator of the partner: courseraresearchexports request tables (schemas users, course_membership, course_progress, discussions, peer_assignments, course_grades, feedback, course_content), then download. Load the zip or folder as it is; .csv.gz is read too. Rows vanish when something is deleted, so a whole export is best loaded with --mode full.',
  records: [
    'activity',
    'course',
    'enrolment',
    'feedback',
    'group',
    'membership',
    'outcome',
    'person',
    'post',
    'reaction',
    'space',
    'survey_response',
  ],
  gives: [
    'questions, answers and answers to answers with their explicit parent: who answers whom',
    'votes, followings and reports of posts, with their person',
    'peer reviews and comments, from the reviewer to the owner of the submission',
    'enrolments as intervals of the membership log, staff among them, and withdrawals',
    'sessions (start dates) as cohorts, progress as activity, passed courses, ratings without a person',
  ],
  cannotGive: [
    'e-mail addresses and names: ids are hashes of the partner, and join other sources only by a map the partner makes',
    'one person across schemas, where the export was hashed apart for each (columns as partner_discussions_user_id)',
    'deletions: rows vanish',
    'clickstream, quizzes, programming assignments, notebooks, demographics and payments: not read',
    'live sessions: Coursera has none',
  ],
  verifiedOn: 'unverified',
  variants: ['backslash-escapes', 'gzip', 'isolated-ids', 'legacy-forum', 'tables'],
} as const satisfies About;
