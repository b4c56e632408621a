import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { type Share } from './reading/share.ts';
import { answersTo } from './reading/replies.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  if (!snapshot.staffKnown) return null;
  return answersTo(snapshot);
};

export const staffDependence = defineIndicator({
  of: 'course',
  id: 'staff_dependence',
  title: 'Dependence on staff',
  question: 'What share of the answers do staff write?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '10 answers in 28 days and known staff',

  sentence: 'Staff write {x} of answers.',
  themes: ['EI'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C23',
  formula: 'Answers to learners written by staff / answers by staff and learners, 28 days.',
  source: 'Teaching Professor on Murphy; SNAPP (facilitator-centric)',
  pitfalls: ['Low is only good while learners are answered.'],
  version: 1,

  ...asShare(parts, 10),
});
