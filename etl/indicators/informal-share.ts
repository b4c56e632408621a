import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { writtenLately } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  return ofAuthors(
    snapshot,
    writtenLately(snapshot).filter(({ formality }) => formality !== null),
    ({ formality }) => formality === 'informal',
  );
};

export const informalShare = defineIndicator({
  of: 'course',
  id: 'informal_share',
  title: 'Informal talk',
  question: 'What share of the talk is informal?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '20 posts in spaces that somebody has called academic or informal',

  sentence: '{x} of talk is informal.',
  themes: ['EC'],
  constructs: ['Ec'],
  roles: ['health'],
  catalogue: 'C26',
  formula:
    "Learners' posts of 28 days in spaces called informal / those in spaces called informal or academic. Best from 15 % on.",
  source: 'the seed documents: informal spaces humanise a course',
  pitfalls: ['Only as good as the labels of the spaces.'],
  version: 1,

  ...asShare(parts, 20),
});
