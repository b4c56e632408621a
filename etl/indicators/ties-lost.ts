import { defineIndicator } from '../indicator.ts';
import { contactsOf } from './reading/contacts.ts';
import { ofTalkers } from './reading/seen.ts';

export const tiesLost = defineIndicator({
  of: 'learner',
  id: 'ties_lost',
  title: 'Lost contacts',
  question: 'How many contacts have faded since last week?',
  unit: 'people',
  range: [0, null],
  better: 'lower',
  needs: ['forum'],
  minimum: 'two snapshots',

  sentence: 'Lost {x} contacts.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S22',
  formula: 'Classmates tied to the learner a week ago and not now, in the 42-day window.',
  source: 'design',
  pitfalls: ['A contact fades six weeks after its last trace, whatever happened elsewhere.'],
  version: 1,

  compute(snapshot) {
    return ofTalkers(snapshot, (_, person) => {
      const { now, before } = contactsOf(snapshot, person) ?? {};
      return now === undefined || before === undefined ? null : before.filter((peer) => !now.includes(peer)).length;
    });
  },
});
