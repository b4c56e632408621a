import { defineIndicator } from '../indicator.ts';
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
  source: 'S26; part of S01',
  pitfalls: ['Being there is not the same as talking.'],
  version: 1,

  compute(snapshot) {
    const { contacts, people } = snapshot;
    return ofSeen(snapshot, ['live', 'group'], (_, person) =>
      people.reduce((sum, peer) => sum + (contacts.together.get(person)?.get(peer) ?? 0), 0),
    );
  },
});
