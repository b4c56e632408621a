import { degreeCentralisation as measure } from '../measures/degree-centralisation.ts';
import { defineIndicator } from '../indicator.ts';
import { isClass } from './reading/seen.ts';

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
  source: 'C06; Freeman (1979)',
  pitfalls: ['Without staff: a class around its teacher looks empty here, not centralised.'],
  version: 1,

  compute(snapshot) {
    return isClass(snapshot) ? measure(snapshot.network) : null;
  },
});
