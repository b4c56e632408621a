import { distinctPeers } from '../measures/degree.ts';
import { median } from '../measures/median.ts';
import { defineIndicator } from '../indicator.ts';
import { tally, untally } from './reading/pool.ts';
import { hasTalk } from './reading/seen.ts';

export const medianDistinctPeers = defineIndicator({
  of: 'course',
  id: 'median_distinct_peers',
  title: 'Usual number of contacts',
  question: 'With how many classmates has the middle learner exchanged?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: 'Half the class knows {x} or more others.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C04',
  formula: 'Median over learners of the number of classmates with whom there was a direct exchange in 42 days.',
  source: 'design: compares classes where density cannot',
  pitfalls: ['Compares classes where density cannot.'],
  version: 1,

  pool: (snapshot) => (hasTalk(snapshot) ? tally(distinctPeers(snapshot.network)) : null),
  among: (snapshot, some) =>
    hasTalk(snapshot) ? tally(distinctPeers(snapshot.network).filter((_, node) => some(node))) : null,
  value(pool) {
    const degrees = untally(pool);
    return degrees.length < 8 ? null : median(degrees);
  },
});
