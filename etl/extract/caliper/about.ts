import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'Where the sensors of your platform send to: keep the envelopes (Caliper 1.1 or 1.2), one per line or one per file. Blackboard Learn: Caliper in the administrator’s panel, with an endpoint that keeps what it gets. A type of event or an action of your own is told in a table: --map <file>, as etl/extract/caliper/own-actions.ts shows.',
  records: ['activity', 'course', 'enrolment', 'feedback', 'person', 'post', 'reaction', 'space'],
  gives: [
    'forum messages with the message they answer, their thread and forum; the text itself is not kept',
    'forum posts of Blackboard Learn with what they answer, and the student number of who wrote',
    'who read which message; comments and ratings that people gave',
    'activity with its time: what was viewed, played, submitted, answered',
    'courses, and roles in them where the event states a membership',
  ],
  cannotGive: [
    'the author of the answered message, unless its own event is in the data',
    'answers to questionnaires and grades, which are not read',
    'people’s addresses: Caliper names them by an id of the platform',
    'events of a type or action outside the standard and your own table: they are refused by name',
  ],
  verifiedOn: 'unverified',
  variants: ['blackboard-forum', 'envelope', 'events', 'thinned'],
} as const satisfies About;
