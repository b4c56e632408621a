import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofNodes, type Share } from './reading/share.ts';
import { reachedByStaff } from './reading/replies.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  if (!snapshot.staffKnown) return null;
  const reached = reachedByStaff(snapshot);
  return ofNodes(
    snapshot.people.length,
    (node) => Number(snapshot.posts[node]! > 0),
    (node) => snapshot.posts[node]! > 0 && reached.has(node),
  );
};

export const staffReach = defineIndicator({
  of: 'course',
  id: 'staff_reach',
  title: 'Reached by staff',
  question: 'What share of those who write got an answer from staff?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners who write and known staff',

  sentence: 'Staff have answered {x} of those who write.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['health'],
  catalogue: 'C24',
  formula: 'Learners who wrote in 28 days and got a reply by staff / learners who wrote.',
  source: 'Dawson (2010)',
  pitfalls: ['Attention flows to the already strong: see the gap.'],
  version: 1,

  ...asShare(parts, 8),
});
