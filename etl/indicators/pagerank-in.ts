import { pagerank as measure } from '../measures/pagerank.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const pagerankIn = defineIndicator({
  of: 'learner',
  id: 'pagerank_in',
  title: 'Attention rank',
  question: 'How much attention arrives, counting that of the attended more?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Receives {x} of the attention in the class.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S14',
  formula: 'PageRank on directed ties weighted by decayed contact, damping 0.85; the values of a course sum to 1.',
  source: 'Page et al. (1999)',
  pitfalls: ['Sums to 1 over the class, so only ranks compare.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, (network) => measure(network));
  },
});
