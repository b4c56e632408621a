import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'By an administrator with Microsoft Graph (permissions EduRoster.Read.All): save the answers, all pages, one folder per load: GET /education/classes?$expand=members,teachers (or /education/classes/<id>/members as members-<class id>.json and /teachers as teachers-<class id>.json) and /education/users, with relatedContacts where guardians are to be read.',
  records: ['course', 'enrolment', 'person', 'relation'],
  gives: [
    'classes, and who learns and teaches in them: also who is silent in Teams',
    'people with the id Teams knows them by, their student number and address, and so the match with every other source',
    'parents and guardians as observers, by their address',
  ],
  cannotGive: [
    'roles finer than student and teacher',
    'when somebody joined a class: Graph says who is in it now',
    'assignments and submissions, which are not read',
  ],
  verifiedOn: 'unverified',
  variants: ['classes', 'users'],
} as const satisfies About;
