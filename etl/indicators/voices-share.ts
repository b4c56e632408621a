import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofClass, type Share } from './reading/share.ts';
import { hasTalk } from './reading/seen.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  return hasTalk(snapshot) ? ofClass(snapshot, (node) => snapshot.posts[node]! > 0) : null;
};

export const voicesShare = defineIndicator({
  of: 'course',
  id: 'voices_share',
  title: 'Voices',
  question: 'What share of the class has written in four weeks?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} have written in four weeks.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['health'],
  catalogue: 'C08',
  formula: 'Learners with a post in 28 days / all learners.',
  source: 'Mazzolini & Maddison (2007); Honeychurch et al. (2017)',
  pitfalls: ['Reading along is taking part too.'],
  version: 1,

  ...asShare(parts, 8),
});
