import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { askedBetween, dayMs, horizonHours, medianHours, redrawMedian, waitsFor } from './reading/answers.ts';

const openers = (snapshot: CourseSnapshot) => askedBetween(snapshot, 0, 28 * dayMs).filter(({ opener }) => opener);

export const medianFirstReplyH = defineIndicator({
  of: 'course',
  id: 'median_first_reply_h',
  title: 'Wait for an answer',
  question: 'After how many hours does a first answer come?',
  unit: 'hours',
  range: [0, 336],
  better: 'lower',
  needs: ['forum'],
  minimum: '5 opening posts in 28 days',
  horizon: horizonHours,
  sentence: 'A first answer takes about {x} hours.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['health'],
  source: 'C16; Kaplan & Meier (1958)',
  pitfalls: ['Posts without an answer are censored at two weeks, not dropped.'],
  version: 1,

  compute(snapshot) {
    const posts = openers(snapshot);
    return posts.length < 5 ? null : medianHours(waitsFor('firstReplyAt', posts, snapshot.asOf));
  },
  redraw: (snapshot) => redrawMedian(snapshot, 'firstReplyAt', openers(snapshot)),
});
