import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofClass, type Share } from './reading/share.ts';
import { hasTalk } from './reading/seen.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const { posts, daysOf, people, lastDay } = snapshot;
  if (!hasTalk(snapshot) || !snapshot.activity) return null;
  return ofClass(snapshot, (node) => posts[node] === 0 && daysOf(people[node]!).some((day) => day > lastDay - 28));
};

export const lurkerRatio = defineIndicator({
  of: 'course',
  id: 'lurker_ratio',
  title: 'Readers',
  question: 'What share of the class is here and does not write?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum', 'activity'],
  minimum: '8 learners, a roster and a forum, and an activity log',

  sentence: '{x} are here without writing.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C08',
  formula: 'Learners active in 28 days who wrote nothing / all learners.',
  source: 'Honeychurch et al. (2017); Beaudoin (2002)',
  pitfalls: ['There is no single reason for reading along.'],
  version: 1,

  ...asShare(parts, 8),
});
