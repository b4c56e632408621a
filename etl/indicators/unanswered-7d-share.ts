import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { askedBetween, dayMs } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const openers = askedBetween(snapshot, 7 * dayMs, 28 * dayMs).filter(({ opener }) => opener);
  return ofAuthors(snapshot, openers, ({ firstReplyAt }) => firstReplyAt >= snapshot.asOf);
};

export const unanswered7dShare = defineIndicator({
  of: 'course',
  id: 'unanswered_7d_share',
  title: 'Waiting over a week',
  question: 'What share of opening posts has waited for over a week?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '5 opening posts aged a week',

  sentence: '{x} of opening posts have waited over a week.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C17',
  formula: 'Opening posts of learners, 7 to 28 days old, without any answer / all such posts.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['Some openers ask for nothing.'],
  version: 1,

  ...asShare(parts, 5),
});
