import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const unansweredStreak = defineIndicator({
  of: 'learner',
  id: 'unanswered_streak',
  title: 'Unanswered in a row',
  question: 'How many of the latest posts in a row got no answer?',
  unit: 'posts',
  range: [0, null],
  better: 'lower',
  needs: ['forum'],
  minimum: '1 own post aged a week',

  sentence: '{x} posts in a row are still waiting for anyone.',
  themes: ['CO', 'EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S09',
  formula: 'Latest own posts in a row without any answer.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['Some posts ask for nothing.'],
  version: 1,

  compute(snapshot) {
    const posts = Map.groupBy(askedBetween(snapshot, 7 * dayMs, 28 * dayMs), ({ author }) => author);
    return ofSeen(snapshot, ['forum'], (_, person) => {
      const own = posts.get(person);
      if (own === undefined) return null;
      const answered = own.findLastIndex(({ firstReplyAt }) => firstReplyAt < snapshot.asOf);
      return own.length - 1 - answered;
    });
  },
});
