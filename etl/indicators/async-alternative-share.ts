import { defineIndicator } from '../indicator.ts';
import { caughtUp } from './reading/caught-up.ts';

export const asyncAlternativeShare = defineIndicator({
  of: 'course',
  id: 'async_alternative_share',
  title: 'Caught up',
  question: 'Of those who missed a session, who caught up within five days?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['live', 'activity'],
  minimum: 'a recording watched in the course, and 5 missed sessions',

  sentence: '{x} of those who missed it caught up.',
  themes: ['CF'],
  constructs: [],
  roles: ['health'],
  catalogue: 'C30',
  formula:
    'Missed places in sessions of the last 28 days (ended at least 5 days ago) after which the learner watched the recording or posted within 5 days / all missed places.',
  source: 'design: who cannot come must be able to catch up',
  pitfalls: ['A post in the forum counts as catching up.'],
  version: 1,

  pool: (snapshot) => caughtUp(snapshot),
  among: caughtUp,
  value: ({ part = 0, whole = 0 }) => (whole < 5 ? null : part / whole),
});
