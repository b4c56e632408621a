import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofClass, type Share } from './reading/share.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const { active, roster, activity } = snapshot;
  return roster && activity ? ofClass(snapshot, (node) => active[node]!) : null;
};

export const accessShare = defineIndicator({
  of: 'course',
  id: 'access_share',
  title: 'Here this week',
  question: 'What share of the class was here in the last seven days?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['activity'],
  minimum: '8 learners, a roster and an activity log',

  sentence: '{x} were here this week.',
  themes: ['TA'],
  constructs: [],
  roles: ['health'],
  catalogue: 'C31',
  formula: 'Learners with any trace of their own in the last 7 days / all learners.',
  source: 'design: the plainest sign that people can get in',
  pitfalls: ['A reading week lowers it for everyone.'],
  version: 1,

  ...asShare(parts, 8),
});
