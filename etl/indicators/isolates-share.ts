import { isolatesShare as measure } from '../measures/components.ts';
import { defineIndicator } from '../indicator.ts';

export const isolatesShare = defineIndicator({
  of: 'course',
  id: 'isolates_share',
  title: 'Isolates',
  question: 'What share of the class has exchanged with nobody?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',
  sentence: '{x} have exchanged with nobody.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  source: 'C02; SNAPP (isolated students)',
  pitfalls: ['People may be in touch where Kith cannot see.'],
  version: 1,

  compute({ network, roster, forum }) {
    return roster && forum && network.nodes.length >= 8 ? measure(network) : null;
  },
});
