import { giantAfter } from '../measures/resilience.ts';
import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';

export const resilienceTop5pct = defineIndicator({
  of: 'course',
  id: 'resilience_top5pct',
  title: 'If the busiest left',
  question: 'What still hangs together if the busiest five percent leave?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '20 learners',

  sentence: 'If the busiest left, {x} would still hang together.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C13',
  formula: 'People in the largest component after the busiest 5 % (rounded up) have left one by one / before.',
  source: 'Albert, Jeong & Barabasi (2000); Gillani et al. (2014)',
  pitfalls: ['A class of twenty loses one person.'],
  version: 1,

  pool(snapshot) {
    return hasTalk(snapshot) && snapshot.people.length >= 20 ? { ...giantAfter(snapshot.network) } : null;
  },
  value: ({ before = 0, after = 0 }) => (before === 0 ? null : after / before),
});
