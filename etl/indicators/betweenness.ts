import { betweenness as measure } from '../measures/betweenness.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const betweenness = defineIndicator({
  of: 'learner',
  id: 'betweenness',
  title: 'Bridges',
  question: 'Does the learner link people who otherwise do not talk?',
  unit: 'index',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Lies on {x} of the shortest ways between others.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S17',
  formula:
    'Over all pairs of others: shortest paths that lead through the learner / all shortest paths, summed, / ((n-1)(n-2)). Undirected, unweighted, without staff.',
  source: 'Freeman (1977); negative for sense of community: Dawson (2008)',
  pitfalls: ['Neither good nor bad for a learner.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, (network) => measure(network));
  },
});
