import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs, horizonHours, medianHours, waitsFor } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const timeToFirstReplyH = defineIndicator({
  of: 'learner',
  id: 'time_to_first_reply_h',
  title: 'Wait for a reply',
  question: 'After how many hours does a first answer come?',
  unit: 'hours',
  range: [0, 336],
  better: 'lower',
  needs: ['forum'],
  minimum: '3 own posts in 28 days',
  horizon: horizonHours,
  sentence: 'Answers come after about {x} hours.',
  themes: ['EI', 'CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S10',
  formula:
    "Kaplan-Meier median of hours from the learner's own posts of 28 days to the first answer by anybody; open ones are censored.",
  source: 'Kaplan & Meier (1958)',
  pitfalls: ['Posts without an answer are censored, not dropped: dropping them makes long waits look short.'],
  version: 1,

  compute(snapshot) {
    const posts = Map.groupBy(askedBetween(snapshot, 0, 28 * dayMs), ({ author }) => author);
    return ofSeen(snapshot, ['forum'], (_, person) => {
      const own = posts.get(person) ?? [];
      return own.length < 3 ? null : medianHours(waitsFor('firstReplyAt', own, snapshot.asOf));
    });
  },
});
