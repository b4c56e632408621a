import { eigenvectorOnGiant as measure } from '../measures/eigenvector.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const eigenvectorGc = defineIndicator({
  of: 'learner',
  id: 'eigenvector_gc',
  title: 'Connected to the connected',
  question: 'Are the contacts well connected themselves?',
  unit: 'index',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Connected to well-connected people: {x}.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S15',
  formula:
    "The learner's entry in the leading eigenvector of the weighted undirected network, within the largest component.",
  source: 'Bonacich (1972); Saqr et al. (2022)',
  pitfalls: ['Only inside the largest network; elsewhere it is not defined.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, measure);
  },
});
