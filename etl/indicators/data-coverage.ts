import { defineIndicator } from '../indicator.ts';

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
  roles: ['health'],
  source: 'C34: mean coverage over learners',
  pitfalls: [],
  version: 1,

  compute({ coverage }) {
    const known = coverage.filter((share) => share !== null);
    return known.length > 0 ? known.reduce((sum, share) => sum + share, 0) / known.length : null;
  },
});
