import { defineIndicator } from '../indicator.ts';
import { sumAmong } from './reading/contacts.ts';
import { ofSeen } from './reading/seen.ts';

export const copresentStrength = defineIndicator({
  of: 'learner',
  id: 'copresent_strength',
  title: 'Time together',
  question: 'How much does time and work together count?',
  unit: 'reply equivalents',
  range: [0, null],
  better: 'higher',
  needs: ['live', 'group'],
  minimum: 'a source with an opportunity',

  sentence: 'Time spent together counts like {x} replies.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S26',
  formula:
    'Sum over classmates of decayed time together: live 0.5 x hours / (n-1), small rooms 3 x hours / (n-1), group work 0.5 / (g-1) a week, threads 0.25 / (m-1).',
  source: 'Newman (2001) for the division by the others',
  pitfalls: ['Being there is not the same as talking.'],
  version: 1,

  compute(snapshot) {
    const { contacts, nodeOf } = snapshot;
    return ofSeen(snapshot, ['live', 'group'], (_, person) => sumAmong(contacts.together.get(person), nodeOf));
  },
});
