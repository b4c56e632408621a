import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs, horizonHours, ownWaits } from './reading/answers.ts';
import { asMedianWait } from './reading/as-median-wait.ts';

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
  catalogue: 'C16',
  formula:
    'Kaplan-Meier median of hours from an opening post of 28 days to the first answer by anybody; who still waits is censored, at 14 days at the latest.',
  source: 'Kaplan & Meier (1958)',
  pitfalls: ['Posts without an answer are censored at two weeks, not dropped.'],
  version: 1,

  ...asMedianWait(
    (snapshot) =>
      ownWaits(
        'firstReplyAt',
        askedBetween(snapshot, 0, 28 * dayMs).filter(({ opener }) => opener),
        snapshot.asOf,
      ),
    { horizon: horizonHours, posts: 5 },
  ),
});
