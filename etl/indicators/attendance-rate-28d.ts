import { defineIndicator } from '../indicator.ts';

export const attendanceRate28d = defineIndicator({
  of: 'learner',
  id: 'attendance_rate_28d',
  title: 'Attendance',
  question: 'What share of the reachable sessions did the learner come to?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['live'],
  minimum: '1 eligible session in 28 days',

  sentence: 'Came to {x} of the reachable sessions.',
  themes: ['CF', 'TA', 'VC'],
  constructs: ['Ow'],
  roles: ['score'],
  catalogue: 'S23',
  formula:
    "Classes and webinars of 28 days attended for 5 minutes or more / those offered since enrolment, without excused ones and those at night in the learner's own zone.",
  source: 'Kassarnig et al. (2018)',
  pitfalls: ['Night sessions are taken out: see what was reachable.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ liveRate }) => liveRate);
  },
});
