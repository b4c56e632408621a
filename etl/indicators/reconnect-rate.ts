import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';

export const reconnectRate = defineIndicator({
  of: 'course',
  id: 'reconnect_rate',
  title: 'Connection trouble',
  question: 'What share of visits had connection trouble?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['live'],
  minimum: '20 attendances in 28 days with intervals',

  sentence: '{x} of visits had connection trouble.',
  themes: ['TA'],
  constructs: [],
  roles: ['health'],
  catalogue: 'C32',
  formula:
    'Attendances of 28 days with two rejoins or more, or under half of the minutes left after joining / all attendances with intervals.',
  source: 'design: a connection that breaks is no lack of interest',
  pitfalls: ['Leaving early for another reason looks the same.'],
  version: 1,

  pool({ stays, asOf, nodeOf }) {
    const visits = stays.filter(({ at, personId }) => asOf - at <= 28 * dayMs && nodeOf.has(personId));
    const troubled = visits.filter(
      ({ intervals, minutes, possibleMinutes }) => intervals >= 3 || minutes < 0.5 * possibleMinutes,
    );
    return { troubled: troubled.length, visits: visits.length };
  },
  value: ({ troubled = 0, visits = 0 }) => (visits < 20 ? null : troubled / visits),
});
