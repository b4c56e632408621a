import { defineIndicator } from '../indicator.ts';
import { askedBetween, dayMs, ownWaits } from './reading/answers.ts';
import { asMedianWait } from './reading/as-median-wait.ts';
import { workingHoursBetween } from './reading/working-hours.ts';

export const staffMedianReplyWorkingH = defineIndicator({
  of: 'course',
  id: 'staff_median_reply_working_h',
  title: 'Staff answer after, in working hours',
  question: 'After how many working hours do staff answer?',
  unit: 'hours',
  range: [0, 80],
  better: 'lower',
  needs: ['forum'],
  minimum: '3 staff replies in 28 days and known staff',
  horizon: 80,

  sentence: 'Staff answer after about {x} working hours.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C21',
  formula:
    'As the time to the first answer by staff, counting only Monday to Friday from 9 to 17 by the clock of the course; who still waits is censored, at 80 working hours at the latest.',
  source: 'Skramstad et al. (2012); Kaplan & Meier (1958)',
  pitfalls: ['Holidays are counted as work.', 'Learners wait by the clock of the wall: see the other number.'],
  version: 1,

  ...asMedianWait(
    (snapshot) => {
      if (!snapshot.staffKnown) return null;
      const posts = askedBetween(snapshot, 0, 28 * dayMs);
      return ownWaits('firstStaffReplyAt', posts, snapshot.asOf).map((wait, index) => {
        const { at, firstStaffReplyAt } = posts[index]!;
        return { ...wait, time: workingHoursBetween(at, Math.min(firstStaffReplyAt, snapshot.asOf), snapshot.zone) };
      });
    },
    { horizon: 80, answered: 3 },
  ),
});
