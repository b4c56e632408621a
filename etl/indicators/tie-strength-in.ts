import { receivedOf } from '../compute/signals/contact.ts';
import { defineIndicator } from '../indicator.ts';
import { sumAmong } from './reading/contacts.ts';
import { ofTalkers } from './reading/seen.ts';

export const tieStrengthIn = defineIndicator({
  of: 'learner',
  id: 'tie_strength_in',
  title: 'Attention received',
  question: 'How much has reached the learner from classmates lately?',
  unit: 'reply equivalents',
  range: [0, null],
  better: 'higher',
  needs: ['forum', 'feedback'],
  minimum: 'a forum open for two weeks',

  sentence: 'Classmates gave the equivalent of {x} replies lately.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'S06',
  formula: 'Decayed weight of everything classmates addressed to the learner, in replies.',
  source: 'Macfadyen & Dawson (2010)',
  pitfalls: ['Halves every two weeks: a silent fortnight halves it too.'],
  version: 1,

  compute(snapshot) {
    const { contacts, nodeOf } = snapshot;
    return ofTalkers(snapshot, (_, person) => sumAmong(receivedOf(contacts).get(person), nodeOf));
  },
});
