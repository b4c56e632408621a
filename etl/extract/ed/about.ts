import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'With a personal token of a member of staff: GET /api/threads/<id>?view=1 for each thread of /api/courses/<id>/threads (region host us, au or eu), and /api/courses/<id>/analytics/users for the people; save the answers. The interface is a beta and may change.',
  records: ['enrolment', 'person', 'post', 'reaction', 'space'],
  gives: [
    'threads, answers and comments with the post they answer; endorsements, accepted answers, deletions',
    'people with their e-mail and their role in the course',
    'votes and flags by number; private threads as private, without text',
  ],
  cannotGive: [
    'who wrote an anonymous post, also where the answer would say so',
    'who voted or flagged',
    'the course by its name: the answers have its id in Ed only',
  ],
  verifiedOn: 'unverified',
  variants: ['thread', 'threads', 'users'],
} as const satisfies About;
