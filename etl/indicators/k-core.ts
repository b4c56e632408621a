import { coreNumber as measure } from '../measures/k-core.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const kCore = defineIndicator({
  of: 'learner',
  id: 'k_core',
  title: 'Core',
  question: 'Of how tight a group is the learner a member?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Part of a group where everyone knows at least {x} others.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S13',
  formula: 'The largest k such that the learner belongs to a group in which everybody is tied to k others of it.',
  source: 'Seidman (1983)',
  pitfalls: ['Mutual ties count once, on the undirected projection.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, measure);
  },
});
