import { defineIndicator } from '../indicator.ts';
import { dayMs } from './reading/answers.ts';
import { ofSeen } from './reading/seen.ts';

export const daysToFirstPeerTie = defineIndicator({
  of: 'learner',
  id: 'days_to_first_peer_tie',
  title: 'Days to the first contact',
  question: 'After how many days did the first contact with a classmate come?',
  unit: 'days',
  range: [0, null],
  better: 'lower',
  needs: ['forum', 'live', 'group'],
  minimum: 'a contact',

  sentence: 'First contact after {x} days.',
  themes: ['EC', 'VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S38',
  formula: 'Days from enrolment (or the start of the course) to the first tie with a classmate.',
  source: 'design',
  pitfalls: ['Null until it comes: no number stands for never.'],
  version: 1,

  compute(snapshot) {
    const { firstPeerTieAt, enrolledAt } = snapshot;
    return ofSeen(snapshot, ['forum', 'live', 'group'], (node, person) => {
      const at = firstPeerTieAt(person);
      return at === undefined ? null : Math.max(0, Math.floor((at - enrolledAt[node]!) / dayMs));
    });
  },
});
