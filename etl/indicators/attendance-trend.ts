import { defineIndicator } from '../indicator.ts';
import { ofSeen } from './reading/seen.ts';

export const attendanceTrend = defineIndicator({
  of: 'learner',
  id: 'attendance_trend',
  title: 'Attendance trend',
  question: 'Is attendance rising or falling?',
  unit: 'difference',
  range: [-1, 1],
  better: 'higher',
  needs: ['live'],
  minimum: '6 eligible sessions',

  sentence: 'Attendance has changed by {x} of the sessions.',
  themes: ['TA', 'VC'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'S24',
  formula: 'Rate over the last 3 sessions within reach minus the rate over the 3 before.',
  source: 'design',
  pitfalls: ['Six sessions are few.'],
  version: 1,

  compute(snapshot) {
    const rate = (came: readonly boolean[]): number => came.filter(Boolean).length / came.length;
    return ofSeen(snapshot, ['live'], (node) => {
      const came = snapshot.live[node]!;
      return came.length < 6 ? null : rate(came.slice(-3)) - rate(came.slice(-6, -3));
    });
  },
});
