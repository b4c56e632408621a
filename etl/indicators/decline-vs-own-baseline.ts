import { defineIndicator } from '../indicator.ts';

export const declineVsOwnBaseline = defineIndicator({
  of: 'learner',
  id: 'decline_vs_own_baseline',
  title: 'Less than before',
  question: 'How much of the own earlier presence is missing?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['activity'],
  minimum: 'week 5 and an active day a week before',

  sentence: '{x} of the earlier presence is missing.',
  themes: ['EC', 'TA'],
  constructs: [],
  roles: ['score'],
  catalogue: 'S29',
  formula:
    '1 - (recent / base) / f, between 0 and 1: mean active days of the last 2 weeks, median of the complete weeks before, both without weeks whose log was not written, f the same ratio for the class between 0.25 and 1.',
  source: 'Nottingham Trent University: a springboard for a conversation',
  pitfalls: ['What the whole course lost is forgiven.'],
  version: 2,

  compute({ weeks }) {
    return weeks.map(({ values }) => values.decline ?? null);
  },
});
