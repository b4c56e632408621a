import { defineIndicator } from '../indicator.ts';

export const recencyDays = defineIndicator({
  of: 'learner',
  id: 'recency_days',
  title: 'Last seen',
  question: 'How many days ago was the learner last seen?',
  unit: 'days',
  range: [0, null],
  better: 'lower',
  needs: ['activity'],
  minimum: '1 event ever in which the learner was recognised',

  sentence: 'Last seen {x} days ago.',
  themes: ['TA'],
  constructs: [],
  roles: ['score', 'pattern'],
  catalogue: 'S28',
  formula:
    'Whole days from the last active day (else from enrolment) to the last day of the week, without weeks whose log was not written.',
  source: 'University of Nottingham (2023): two-week rule; KDD Cup (2015)',
  pitfalls: ['A reading week makes everybody look away.'],
  version: 2,

  compute({ signals, daysOf }) {
    return signals.map(({ learnerId, recencyDays }) => (daysOf(Number(learnerId)).length > 0 ? recencyDays : null));
  },
});
