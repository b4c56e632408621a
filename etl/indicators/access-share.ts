import { defineIndicator } from '../indicator.ts';

export const accessShare = defineIndicator({
  of: 'course',
  id: 'access_share',
  title: 'Here this week',
  question: 'What share of the class was here in the last seven days?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['activity', 'forum', 'live'],
  minimum: '8 learners, a roster and an activity log',
  sentence: '{x} were here this week.',
  themes: ['TA'],
  constructs: [],
  roles: ['health'],
  source: 'C31',
  pitfalls: ['A reading week lowers it for everyone.'],
  version: 1,

  compute({ active, network, roster, activity }) {
    const n = network.nodes.length;
    return roster && activity && n >= 8 ? active.filter(Boolean).length / n : null;
  },
});
