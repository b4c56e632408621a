import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs, horizonHours, ownWaits } from './reading/answers.ts';
import { asMedianWait } from './reading/as-median-wait.ts';

export const staffMedianReplyH = defineIndicator({
  of: 'course',
  id: 'staff_median_reply_h',
  title: 'Staff answer after',
  question: 'After how many hours do staff answer?',
  unit: 'hours',
  range: [0, 336],
  better: 'lower',
  needs: ['forum'],
  minimum: '3 staff replies in 28 days and known staff',
  horizon: horizonHours,
  sentence: 'Staff answer after about {x} hours.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['health'],
  catalogue: 'C21',
  formula:
    "Kaplan-Meier median of hours from a learner's post of 28 days to the first answer by staff; who still waits is censored, at 14 days at the latest.",
  source: 'Skramstad et al. (2012); Kaplan & Meier (1958)',
  pitfalls: ['Hours of the clock, not of work.', 'Posts that staff leave to the class are censored, not dropped.'],
  version: 1,

  ...asMedianWait(
    (snapshot) =>
      snapshot.staffKnown ? ownWaits('firstStaffReplyAt', askedBetween(snapshot, 0, 28 * dayMs), snapshot.asOf) : null,
    { horizon: horizonHours, answered: 3 },
  ),
});
