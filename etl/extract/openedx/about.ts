import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'edX: as the data czar of the partner, the weekly data package and the daily event logs from S3, decrypted with gpg; load the .mongo, the .sql files and the .log.gz of one course as one folder. Open edX: forum documents as NDJSON, the tables with "mysql --batch" (tab-separated, a header row; of the forum in MySQL django_content_type, forum_commentthread, forum_comment, forum_uservote, forum_abuseflagger), tracking logs as they are written.',
  records: [
    'activity',
    'award',
    'enrolment',
    'feedback',
    'group',
    'membership',
    'outcome',
    'person',
    'post',
    'reaction',
    'space',
  ],
  gives: [
    'threads, responses and comments with their explicit parent, endorsements, votes and reports with their person',
    'rosters with staff by access role or forum role, withdrawals, certificates',
    'teams and cohorts with their members',
    'peer assessments of open responses (ORA2), where student_anonymoususerid or the log says who is behind the anonymous id',
    'activity of the tracking log',
  ],
  cannotGive: [
    'who wrote an anonymous post, although the dump holds it',
    'posts that were deleted: they are gone from dumps; the log says that they were',
    'e-mail addresses, where the package leaves auth_user out',
    'events without a user, answers to problems, and video positions: not read',
  ],
  verifiedOn:
    'mongo_contents.json of openedx/edx-documentation (documents of a .mongo file, as printed there); tables and logs unverified',
  verified: ['mongo'],
  variants: ['forum-tables', 'isodate', 'mongo', 'ora2', 'tables', 'teams', 'tracking-log'],
} as const satisfies About;
