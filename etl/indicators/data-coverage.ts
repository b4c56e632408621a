import { defineIndicator, type Pool } from '../indicator.ts';
import { meanIn } from './reading/pool.ts';
import { total } from './reading/total.ts';

function sumAndCount(shares: readonly (number | null)[]): Pool {
  const known = shares.filter((share) => share !== null);
  return { sum: total(known), count: known.length };
}

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
  catalogue: 'C34',
  formula: "Mean over learners of the share of the score's weights that could be seen.",
  source: 'design: no data must never read as isolated',
  pitfalls: ['Printed beside every index.'],
  version: 1,

  pool: ({ coverage }) => sumAndCount(coverage),
  among: ({ coverage }, some) => sumAndCount(coverage.filter((_, node) => some(node))),
  value: (pool) => meanIn(pool),
});
