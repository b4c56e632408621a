import { components } from '../measures/components.ts';
import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofClass, type Share } from './reading/share.ts';
import { hasTalk } from './reading/seen.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const giant = new Set(components(snapshot.network)[0]);
  return hasTalk(snapshot) ? ofClass(snapshot, (node) => giant.has(node)) : null;
};

export const giantComponentShare = defineIndicator({
  of: 'course',
  id: 'giant_component_share',
  title: 'Largest network',
  question: 'What share of the class hangs together in one network?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} hang together in one network.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C03',
  formula: "Learners in the largest component of their course's network / all learners.",
  source: 'SNAPP; DLT 0.75 to 0.82',
  pitfalls: ['One bridge between two camps counts them as one.'],
  version: 1,

  ...asShare(parts, 8),
});
