import { outDegree } from '../measures/degree.ts';
import { reciprocatedTies as measure } from '../measures/reciprocity.ts';
import { defineIndicator } from '../indicator.ts';
import { ofTalkers } from './reading/seen.ts';

export const reciprocatedTies42d = defineIndicator({
  of: 'learner',
  id: 'reciprocated_ties_42d',
  title: 'Two-way exchanges',
  question: 'With how many classmates does it go both ways?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: 'at least one classmate addressed',

  sentence: '{x} of these exchanges go both ways.',
  themes: ['VC'],
  constructs: ['Af', 'Ps'],
  roles: ['show'],
  catalogue: 'S07',
  formula: 'Classmates to whom the learner addressed something and who addressed something to the learner, 42 days.',
  source: 'Wasserman & Faust (1994)',
  pitfalls: ['Weak alone: most exchanges in large forums are one-way and fine.'],
  version: 1,

  compute(snapshot) {
    const mutual = measure(snapshot.network);
    const out = outDegree(snapshot.network);
    return ofTalkers(snapshot, (node) => (out[node]! > 0 ? mutual[node]! : null));
  },
});
