import { defineIndicator, type CourseSnapshot, type Pool, type Some } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';

function visitsOf({ stays, asOf, nodeOf }: CourseSnapshot, some: Some): Pool {
  const visits = stays.filter(({ at, personId }) => {
    const node = nodeOf.get(personId);
    return asOf - at <= 28 * dayMs && node !== undefined && some(node);
  });
  const troubled = visits.filter(
    ({ intervals, minutes, possibleMinutes }) => intervals >= 3 || minutes < 0.5 * possibleMinutes,
  );
  return { part: troubled.length, whole: visits.length };
}

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

  pool: (snapshot) => visitsOf(snapshot, () => true),
  among: visitsOf,
  value: ({ part = 0, whole = 0 }) => (whole < 20 ? null : part / whole),
});
