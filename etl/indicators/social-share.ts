import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const socialShare = defineIndicator({
  of: 'learner',
  id: 'social_share',
  title: 'Shared activity',
  question: 'What share of the activity involves others?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['activity', 'forum', 'live'],
  minimum: '10 actions in 28 days',

  sentence: '{x} of the activity involves others.',
  themes: ['VC', 'CO'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S31',
  formula: 'Social actions (posts, replies, reactions, group work, live minutes / 10) / all actions, 28 days.',
  source: 'design',
  pitfalls: ['Ten minutes in a session count as one action: a choice.'],
  version: 1,

  compute(snapshot) {
    const { actionsOf, lastDay, asOf } = snapshot;
    const minutes = new Map<number, number>();
    for (const stay of snapshot.stays) {
      if (asOf - stay.at <= 28 * dayMs) minutes.set(stay.personId, (minutes.get(stay.personId) ?? 0) + stay.minutes);
    }
    return ofSeen(snapshot, ['activity'], (_, person) => {
      let social = (minutes.get(person) ?? 0) / 10;
      let alone = 0;
      for (const quarter of actionsOf(person)) {
        if (quarter.day <= lastDay - 28) continue;
        social += quarter.social;
        alone += quarter.other;
      }
      return social + alone < 10 ? null : social / (social + alone);
    });
  },
});
