import { defineIndicator } from '../indicator.ts';
import { circlesOf, hasCircles } from './reading/circles.ts';
import { meanIn } from './reading/pool.ts';
import { total } from './reading/total.ts';

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
  catalogue: 'C09',
  formula:
    'Sum over communities of (weight inside / all weight) - (weight at its members / twice all weight) squared, in the best of 20 seeded Louvain runs.',
  source: 'Blondel et al. (2008); Gillani et al. (2014)',
  pitfalls: ['Rises in sparse random networks too.'],
  version: 1,

  /** Nobody can talk across courses, so chance is looked for within each: over several it is the modularity by ties. */
  pool(snapshot) {
    const found = hasCircles(snapshot) ? circlesOf(snapshot.network) : null;
    if (found === null) return null;
    const weight = total(snapshot.network.undirected.weights) / 2;
    return { sum: weight * found.modularity, count: weight };
  },
  value: (pool) => meanIn(pool, 0),
});
