import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const feedbackReceived = defineIndicator({
  of: 'learner',
  id: 'feedback_received',
  title: 'Feedback received',
  question: 'How much feedback from classmates arrived in four weeks?',
  unit: 'pieces',
  range: [0, null],
  better: 'higher',
  needs: ['feedback'],
  minimum: 'peer feedback in the course',

  sentence: 'Got feedback from classmates {x} times in four weeks.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S34',
  formula: 'Peer feedback received so far.',
  source: 'design',
  pitfalls: ["Assigned feedback is nobody's choice."],
  version: 1,

  compute(snapshot) {
    const given = snapshot.feedback.filter(
      ({ kind, at }) => kind === 'peer' && at !== null && at < snapshot.asOf && snapshot.asOf - at <= 28 * dayMs,
    );
    return ofSeen(snapshot, ['feedback'], (_, person) => given.filter(({ receiver }) => receiver === person).length);
  },
});
