import { defineIndicator } from '../indicator.ts';

export const voicesShare = defineIndicator({
  of: 'course',
  id: 'voices_share',
  title: 'Voices',
  question: 'What share of the class has written in four weeks?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',
  sentence: '{x} have written in four weeks.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['health'],
  source: 'C08',
  pitfalls: ['Reading along is taking part too.'],
  version: 1,

  compute({ posts, network, roster, forum }) {
    const n = network.nodes.length;
    return roster && forum && n >= 8 ? Array.from(posts).filter((count) => count > 0).length / n : null;
  },
});
