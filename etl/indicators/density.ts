import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';

export const density = defineIndicator({
  of: 'course',
  id: 'density',
  title: 'Density',
  question: 'What share of all possible exchanges took place?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} of all possible pairs have exchanged.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C04',
  formula: 'Directed ties / (n(n-1)), 42 days, without staff.',
  source: 'Wasserman & Faust (1994)',
  pitfalls: ['Falls with class size by nature: never compare classes by it.'],
  version: 1,

  pool(snapshot) {
    const people = snapshot.people.length;
    const pairs = people * (people - 1);
    return hasTalk(snapshot) ? { people, pairs, arcs: snapshot.network.outgoing.neighbours.length } : null;
  },
  value: ({ people = 0, pairs = 0, arcs = 0 }) => (people < 8 || pairs === 0 ? null : arcs / pairs),
});
