import { defineIndicator } from '../indicator.ts';
import { mixingIn, mixingOf } from './reading/mixing.ts';

export const mixingTimeZone = defineIndicator({
  of: 'course',
  id: 'mixing_time_zone',
  title: 'Mixing over time zones',
  question: 'Do time zones mix, or keep to themselves?',
  unit: 'index',
  range: [-1, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '20 ties and 2 cells of 10',

  sentence: 'Time zones mix with r = {x}: 0 is at random, 1 is each to itself.',
  themes: ['CF', 'VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C11',
  formula:
    "Newman's r over time zones: (share of ties within - share expected) / (1 - share expected), from ties between cells of 10 or more.",
  source: 'Newman (2003)',
  pitfalls: ['Only aggregates: nobody is scored by where they live.'],
  version: 1,

  pool: (snapshot) => mixingOf(snapshot, 'timeZone'),
  value: mixingIn,
});
