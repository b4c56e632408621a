import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';

export const staffFeedbackShare = defineIndicator({
  of: 'course',
  id: 'staff_feedback_share',
  title: 'Feedback by staff',
  question: 'What share of the class got personal feedback from staff?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['feedback'],
  minimum: '8 learners, a roster and feedback by staff',

  sentence: 'Staff gave personal feedback to {x} of the class.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C21',
  formula: 'Learners with personal feedback by staff in 28 days / all learners. For display only.',
  source: 'design',
  pitfalls: ['Feedback outside the platform is not seen.'],
  version: 1,

  pool({ feedback, asOf, roster, nodeOf, people }) {
    const given = feedback.filter(({ kind, at }) => kind === 'staff' && at !== null && at < asOf);
    if (given.length === 0 || !roster) return null;
    const reached = new Set(
      given
        .filter(({ at, receiver }) => asOf - at! <= 28 * dayMs && receiver !== null && nodeOf.has(receiver))
        .map(({ receiver }) => receiver),
    );
    return { reached: reached.size, people: people.length };
  },
  value: ({ reached = 0, people = 0 }) => (people < 8 ? null : reached / people),
});
