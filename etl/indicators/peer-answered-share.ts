import { defineIndicator } from '../indicator.ts';

export const peerAnsweredShare = defineIndicator({
  of: 'learner',
  id: 'peer_answered_share',
  title: 'Answered by classmates',
  question: 'What share of the posts does a classmate answer?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '2 own posts aged 2 to 28 days',

  sentence: '{x} of the posts got an answer from a classmate, read together with two average ones.',
  themes: ['CO', 'EC'],
  constructs: ['Ec', 'Ps'],
  roles: ['score', 'pattern'],
  catalogue: 'S08',
  formula:
    '(k + 2 mu) / (q + 2): q own posts aged 48 hours to 28 days, k of them answered by a classmate within 7 days, mu the share in the reference group.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['A closing "thanks" needs no answer.', 'Few posts say little, hence the two average ones.'],
  version: 1,

  compute({ weeks }) {
    return weeks.map(({ values }) => values.being_answered ?? null);
  },
});
