import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'From the student information system: the OneRoster CSV export, 1.1 or 1.2, as a zip or a folder. Load bulk files with --mode full and files of changes with --mode delta; the manifest says which they are. Say the zone of the days with --timezone; without it they begin at midnight UTC.',
  records: ['course', 'enrolment', 'person', 'relation', 'term', 'unit'],
  gives: [
    'the organisation tree (orgs) and terms (academicSessions)',
    'courses: a OneRoster class is a course; a OneRoster course only lends it title and code where it has none',
    'persons with their ids, e-mail address and user name, and so the match with every other source',
    'enrolments with role and dates: who is learner, teacher, assistant; who may be silent and is there all the same',
    'observers: parents, guardians and relatives of learners',
    'deletions (status tobedeleted)',
  ],
  cannotGive: [
    'demographics: birth date, sex, ethnicity and the like are protected attributes and are not read',
    'passwords, phone numbers, pronouns and extension columns: not read',
    'roles in an organisation: staff of a course are those enrolled in its class as teacher or aide',
    'which agents of an unknown role may follow a learner: they are counted and left out',
    'grades, line items, results and resources',
  ],
  verifiedOn: 'unverified',
  variants: ['delta', 'misspelt-headers', 'v1p1', 'v1p2'],
} as const satisfies About;
