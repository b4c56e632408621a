import { constraint as measure } from '../measures/constraint.ts';
import { defineIndicator } from '../indicator.ts';
import { positions } from './reading/seen.ts';

export const egoConstraint = defineIndicator({
  of: 'learner',
  id: 'ego_constraint',
  title: 'One circle or several',
  question: 'Do all contacts belong to one circle?',
  unit: 'index',
  range: [0, null],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners and a forum',

  sentence: 'Constraint {x}: high where all contacts know each other.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S18',
  formula:
    "Sum over contacts j of (p_ij + sum over q of p_iq p_qj) squared, p_ij being the share of i's decayed contact that is with j.",
  source: 'Burt (1992)',
  pitfalls: ['A single contact gives 1.'],
  version: 1,

  compute(snapshot) {
    return positions(snapshot, (network) => measure(network));
  },
});
