import { defineIndicator } from '../indicator.ts';
import { circlesOf } from './reading/circles.ts';
import { isClass } from './reading/seen.ts';

export const modularityLouvain = defineIndicator({
  of: 'course',
  id: 'modularity_louvain',
  title: 'Split into circles',
  question: 'How strongly does the class split into circles?',
  unit: 'index',
  range: [-0.5, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '20 learners and 30 ties',

  sentence: 'Modularity {x}: the higher, the more apart.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  source: 'C09; Blondel et al. (2008); Gillani et al. (2014)',
  pitfalls: ['Rises in sparse random networks too.'],
  version: 1,

  compute(snapshot) {
    const { people, network } = snapshot;
    if (!isClass(snapshot) || people.length < 20 || network.undirected.neighbours.length < 60) return null;
    const found = circlesOf(network);
    return found === null ? null : found.modularity;
  },
});
