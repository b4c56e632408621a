import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { askedBetween, dayMs, hourMs } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const firsts = askedBetween(snapshot, 48 * hourMs, 28 * dayMs).filter(({ firstOfAuthor }) => firstOfAuthor);
  return ofAuthors(snapshot, firsts, ({ at, firstReplyAt }) => firstReplyAt - at <= 48 * hourMs);
};

export const newcomerAnswered48h = defineIndicator({
  of: 'course',
  id: 'newcomer_answered_48h',
  title: 'Newcomers welcomed',
  question: 'What share of first posts gets an answer within two days?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '3 first posts aged two days',

  sentence: '{x} of first posts were welcomed in two days.',
  themes: ['EC'],
  constructs: ['Ec'],
  roles: ['health'],
  catalogue: 'C18',
  formula: 'First posts ever of learners, 2 to 28 days old, answered by anybody within 48 hours / all such posts.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['After the first weeks there are few newcomers.'],
  version: 1,

  ...asShare(parts, 3),
});
