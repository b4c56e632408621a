import { defineIndicator } from '../indicator.ts';
import { mixingIn, mixingOf } from './reading/mixing.ts';

export const mixingCohort = defineIndicator({
  of: 'course',
  id: 'mixing_cohort',
  title: 'Mixing over cohorts',
  question: 'Do cohorts mix, or keep to themselves?',
  unit: 'index',
  range: [-1, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '20 ties and 2 cells of 10',

  sentence: 'Cohorts mix with r = {x}: 0 is at random, 1 is each to itself.',
  themes: ['CF', 'VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C11',
  formula:
    "Newman's r over cohorts: (share of ties within - share expected) / (1 - share expected), from ties between cells of 10 or more.",
  source: 'Newman (2003)',
  pitfalls: ['Only aggregates: nobody is scored by where they live.'],
  version: 1,

  pool: (snapshot) => mixingOf(snapshot, 'cohort'),
  value: mixingIn,
});
