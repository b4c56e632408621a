import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { askedBetween, dayMs } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  return ofAuthors(
    snapshot,
    askedBetween(snapshot, 0, 28 * dayMs),
    ({ firstPeerSignAt }) => firstPeerSignAt < snapshot.asOf,
  );
};

export const reactionCoverage = defineIndicator({
  of: 'course',
  id: 'reaction_coverage',
  title: 'Some sign',
  question: 'What share of posts gets a reply or a sign from a classmate?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '10 posts in 28 days',

  sentence: '{x} of posts get some sign from a classmate.',
  themes: ['EC', 'CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C27',
  formula: "Learners' posts of 28 days with a reply or reaction by a classmate / all of them.",
  source: 'design',
  pitfalls: ['Reactions without a name are not counted.'],
  version: 1,

  ...asShare(parts, 10),
});
