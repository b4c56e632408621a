import { distinctPeers } from '../measures/degree.ts';
import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofClass, type Share } from './reading/share.ts';
import { hasTalk } from './reading/seen.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const degrees = distinctPeers(snapshot.network);
  return hasTalk(snapshot) ? ofClass(snapshot, (node) => degrees[node] === 0) : null;
};

export const isolatesShare = defineIndicator({
  of: 'course',
  id: 'isolates_share',
  title: 'Isolates',
  question: 'What share of the class has exchanged with nobody?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} have exchanged with nobody.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C02',
  formula: 'Learners without any direct exchange in 42 days / all learners.',
  source: 'SNAPP (isolated students); DLT 0.17 to 0.22',
  pitfalls: ['People may be in touch where Kith cannot see.'],
  version: 1,

  ...asShare(parts, 8),
});
