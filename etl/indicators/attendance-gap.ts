import { defineIndicator } from '../indicator.ts';
import { attendanceIn, attendanceOf, attendancePool } from './reading/attendance-gap.ts';

export const attendanceGap = defineIndicator({
  of: 'course',
  id: 'attendance_gap',
  title: 'Gap in attendance',
  question: 'How far apart do regions and time zones attend?',
  unit: 'difference',
  range: [0, 1],
  better: 'lower',
  needs: ['live'],
  minimum: '2 cells of 10 with attendance',

  sentence: 'One part of the class attends {x} less than another.',
  themes: ['CF', 'TA'],
  constructs: [],
  roles: ['health'],
  catalogue: 'C29',
  formula:
    'Highest minus lowest mean attendance (28 days) over regions with 10 learners or more; the same over time zones; the worse of the two.',
  source: 'design; fairness check of indicators 3.8',
  pitfalls: ['Sessions outside waking hours are already taken out: what is left is choice or circumstance.'],
  version: 1,

  pool: attendancePool,
  value: attendanceIn,
  redraw: (snapshot) => (times) => attendanceIn(attendanceOf(snapshot, times)),
});
