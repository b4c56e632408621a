import { distinctPeers } from '../measures/degree.ts';
import { localClustering as measure } from '../measures/clustering.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const localClustering = defineIndicator({
  of: 'learner',
  id: 'local_clustering',
  title: 'Closed circle',
  question: 'Do the people around the learner talk to each other?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '2 classmates and 8 learners',

  sentence: '{x} of the pairs around them talk to each other.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S19',
  formula: "Tied pairs among the learner's contacts / all pairs of them.",
  source: 'Watts & Strogatz (1998)',
  pitfalls: ['With two contacts it is all or nothing.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, (network) => {
      const degrees = distinctPeers(network);
      return Array.from(measure(network), (value, node) => (degrees[node]! < 2 ? null : value));
    });
  },
});
