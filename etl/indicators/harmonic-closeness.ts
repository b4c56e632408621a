import { harmonicCloseness as measure } from '../measures/harmonic-closeness.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const harmonicCloseness = defineIndicator({
  of: 'learner',
  id: 'harmonic_closeness',
  title: 'Closeness',
  question: 'How few steps is the learner from everybody else?',
  unit: 'index',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Closeness to the class: {x}.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S16',
  formula: 'Sum over others of 1 / distance (0 where unreachable) / (n-1). Undirected, unweighted.',
  source: 'Marchiori & Latora (2000); Saqr et al. (2022) on why closeness is not scored',
  pitfalls: ['Closeness replicates poorly: shown, never scored.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, measure);
  },
});
