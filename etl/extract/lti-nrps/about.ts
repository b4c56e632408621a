import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'From the platform, as a tool registered for LTI 1.3: call the context_memberships_url of a launch with the scope contextmembership.readonly and keep the answers, one file per page (Link rel="next"), or one list of them. Load all pages of a course at once.',
  records: ['course', 'enrolment', 'person', 'relation'],
  gives: [
    'the roster of one course with roles and states; who is there and silent is seen',
    'person ids, SIS ids and addresses, as far as the privacy setting of the tool lets them through',
    'mentors (parents, advisors) as observers of the learners their message names',
  ],
  cannotGive: [
    'names and addresses where the platform holds them back: then the person is known by the id it gives this tool',
    'ids that the platform’s other exports use: user_id is made for the tool; the SIS id or the address joins',
    'since when somebody belongs to the course',
    'groups and sections, which other services of LTI give',
  ],
  verifiedOn: 'unverified',
  variants: ['container', 'differences', 'pages'],
} as const satisfies About;
