import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const unansweredPostShare = defineIndicator({
  of: 'learner',
  id: 'unanswered_post_share',
  title: 'Unanswered posts',
  question: 'What share of the posts has nobody answered?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '1 own post aged a week',

  sentence: '{x} of the posts got no answer from anyone.',
  themes: ['CO', 'EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S09',
  formula: 'Own posts, 7 to 28 days old, without any answer / all such posts.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['Some posts ask for nothing.'],
  version: 1,

  compute(snapshot) {
    const posts = Map.groupBy(askedBetween(snapshot, 7 * dayMs, 28 * dayMs), ({ author }) => author);
    return ofSeen(snapshot, ['forum'], (_, person) => {
      const own = posts.get(person);
      return own === undefined
        ? null
        : own.filter(({ firstReplyAt }) => firstReplyAt >= snapshot.asOf).length / own.length;
    });
  },
});
