import { giantComponentShare as measure } from '../measures/components.ts';
import { defineIndicator } from '../indicator.ts';

export const giantComponentShare = defineIndicator({
  of: 'course',
  id: 'giant_component_share',
  title: 'Largest network',
  question: 'What share of the class hangs together in one network?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',
  sentence: '{x} hang together in one network.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  source: 'C03',
  pitfalls: ['One bridge between two camps counts them as one.'],
  version: 1,

  compute({ network, roster, forum }) {
    return roster && forum && network.nodes.length >= 8 ? measure(network) : null;
  },
});
