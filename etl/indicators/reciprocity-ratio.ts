import { outDegree } from '../measures/degree.ts';
import { reciprocatedTies as measure } from '../measures/reciprocity.ts';
import { defineIndicator } from '../indicator.ts';
import { ofTalkers } from './reading/seen.ts';

export const reciprocityRatio = defineIndicator({
  of: 'learner',
  id: 'reciprocity_ratio',
  title: 'Share that goes both ways',
  question: 'What share of those the learner addressed came back?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: 'at least one classmate addressed',

  sentence: '{x} of those they addressed came back.',
  themes: ['VC'],
  constructs: ['Af', 'Ps'],
  roles: ['show'],
  catalogue: 'S07',
  formula: 'Classmates with whom it goes both ways / classmates addressed.',
  source: 'Wasserman & Faust (1994)',
  pitfalls: ['One person addressed and one answer make 100 %.'],
  version: 1,

  compute(snapshot) {
    const mutual = measure(snapshot.network);
    const out = outDegree(snapshot.network);
    return ofTalkers(snapshot, (node) => (out[node]! > 0 ? mutual[node]! / out[node]! : null));
  },
});
