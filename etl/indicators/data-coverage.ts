import { defineIndicator } from '../indicator.ts';
import { total } from './reading/total.ts';

export const dataCoverage = defineIndicator({
  of: 'course',
  id: 'data_coverage',
  title: 'Coverage',
  question: 'How much of what we would need can we see?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum', 'live', 'group', 'feedback', 'mentor', 'activity', 'survey'],
  minimum: '1 learner',

  sentence: 'We can see {x} of what we would need.',
  themes: ['TA'],
  constructs: [],
  roles: ['show'],
  source: 'C34: mean coverage over learners',
  pitfalls: ['Printed beside every index.'],
  version: 1,

  compute({ coverage }) {
    const known = coverage.filter((share) => share !== null);
    return known.length > 0 ? total(known) / known.length : null;
  },
});
