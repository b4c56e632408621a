import { defineIndicator } from '../indicator.ts';

export const forumPresenceDays28d = defineIndicator({
  of: 'learner',
  id: 'forum_presence_days_28d',
  title: 'Reading along',
  question: 'On how many days did the learner open the forum?',
  unit: 'days',
  range: [0, 28],
  better: 'higher',
  needs: ['activity'],
  minimum: 'a log of views',

  sentence: 'Reads along on {x} days.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['pattern'],
  catalogue: 'S32',
  formula: 'Different days of the last 28 on which the learner opened a forum or chat.',
  source: 'Beaudoin (2002); Honeychurch et al. (2017)',
  pitfalls: ['Mail notifications are read without opening the forum.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ forumPresenceDays }) => forumPresenceDays);
  },
});
