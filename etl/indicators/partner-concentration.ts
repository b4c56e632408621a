import { defineIndicator } from '../indicator.ts';
import { ofSeen } from './reading/seen.ts';

export const partnerConcentration = defineIndicator({
  of: 'learner',
  id: 'partner_concentration',
  title: 'One partner',
  question: 'What share of the direct contact is with one person?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '1.5 reply equivalents of direct contact',

  sentence: '{x} of the contact is with one person.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['pattern'],
  catalogue: 'S20',
  formula: 'Decayed direct contact with the closest classmate / direct contact with all.',
  source: 'design; effective number of partners, Hill (1973)',
  pitfalls: ['A good working pair looks the same.'],
  version: 1,

  compute(snapshot) {
    const { starts, weights } = snapshot.network.undirected;
    return ofSeen(snapshot, ['forum'], (node) => {
      const own = weights.subarray(starts[node], starts[node + 1]);
      const total = own.reduce((sum, weight) => sum + weight, 0);
      return total >= 1.5 ? Math.max(...own) / total : null;
    });
  },
});
