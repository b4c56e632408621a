import { degreeSpread } from '../measures/degree-centralisation.ts';
import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';

export const degreeCentralisation = defineIndicator({
  of: 'course',
  id: 'degree_centralisation',
  title: 'Few people in the middle',
  question: 'Does the talk run through few people?',
  unit: 'index',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: 'Centralisation {x}: 0 is a ring, 1 a star.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C06',
  formula: 'Sum over learners of (highest number of peers - own number) / ((n-1)(n-2)).',
  source: 'Freeman (1979)',
  pitfalls: ['Without staff: a class around its teacher looks empty here, not centralised.'],
  version: 1,

  /** The spread of each network, over the most that networks of these sizes can have. */
  pool(snapshot) {
    return hasTalk(snapshot) && snapshot.people.length >= 8 ? { ...degreeSpread(snapshot.network) } : null;
  },
  value: ({ spread = 0, most = 0 }) => (most === 0 ? null : spread / most),
});
