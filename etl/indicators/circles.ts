import { defineIndicator } from '../indicator.ts';
import { circlesOf, hasCircles } from './reading/circles.ts';

export const circles = defineIndicator({
  of: 'course',
  id: 'circles',
  title: 'Circles',
  question: 'Into how many circles of three or more does the class split?',
  unit: 'circles',
  range: [0, null],
  better: 'neither',
  needs: ['forum'],
  minimum: '20 learners and 30 ties',

  sentence: 'The class splits into {x} circles.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C09',
  formula:
    'Communities of 3 or more people in the best of 20 seeded Louvain runs on the undirected network, weighted by decayed contact.',
  source: 'Blondel et al. (2008); Gillani et al. (2014)',
  pitfalls: ['Rises in sparse random networks too.'],
  version: 1,

  pool(snapshot) {
    if (!hasCircles(snapshot)) return null;
    return { circles: circlesOf(snapshot.network)?.sizes.filter((size) => size >= 3).length ?? 0 };
  },
  value: ({ circles: found = 0 }) => found,
});
