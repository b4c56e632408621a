import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { askedBetween, dayMs, hourMs } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const openers = askedBetween(snapshot, 48 * hourMs, 28 * dayMs).filter(({ opener }) => opener);
  return ofAuthors(snapshot, openers, ({ at, firstReplyAt }) => firstReplyAt - at <= 48 * hourMs);
};

export const answered48hShare = defineIndicator({
  of: 'course',
  id: 'answered_48h_share',
  title: 'Answered in two days',
  question: 'What share of opening posts gets an answer within two days?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '5 opening posts aged two days',

  sentence: '{x} of questions get an answer within two days.',
  themes: ['CO'],
  constructs: ['Ec', 'Ps'],
  roles: ['health'],
  catalogue: 'C15',
  formula:
    'Opening posts of learners, 2 to 28 days old, with an answer by anybody else within 48 hours / all such posts.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['Some openers ask for nothing.'],
  version: 1,

  ...asShare(parts, 5),
});
