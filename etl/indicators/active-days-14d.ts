import { daysWithin } from '../compute/facts/active-days.ts';
import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const activeDays14d = defineIndicator({
  of: 'learner',
  id: 'active_days_14d',
  title: 'Active days',
  question: 'On how many of the last 14 days was the learner here?',
  unit: 'days',
  range: [0, 14],
  better: 'higher',
  needs: ['activity'],
  minimum: '14 days of enrolment',

  sentence: 'Was here on {x} of 14 days.',
  themes: ['TA'],
  constructs: [],
  roles: ['show'],
  catalogue: 'S27',
  formula: 'Different days, by the clock of the course, with any event of the learner in the last 14.',
  source: 'measured here on OULAD: AUC 0.86 for going quiet',
  pitfalls: ['A log of one platform sees one platform.'],
  version: 1,

  compute(snapshot) {
    const { asOf, enrolledAt, daysOf, lastDay } = snapshot;
    return ofSeen(snapshot, ['activity'], (node, person) =>
      asOf - enrolledAt[node]! < 14 * dayMs ? null : daysWithin(daysOf(person), lastDay - 13, lastDay),
    );
  },
});
