import { defineIndicator } from '../indicator.ts';
import { contactsOf } from './reading/contacts.ts';
import { ofTalkers } from './reading/seen.ts';

export const tiesNew = defineIndicator({
  of: 'learner',
  id: 'ties_new',
  title: 'New contacts',
  question: 'How many contacts are new since last week?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: 'two snapshots',

  sentence: 'Gained {x} contacts.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S22',
  formula: 'Classmates tied to the learner now and not a week ago, in the 42-day window.',
  source: 'design',
  pitfalls: ['A contact fades six weeks after its last trace, whatever happened elsewhere.'],
  version: 1,

  compute(snapshot) {
    return ofTalkers(snapshot, (_, person) => {
      const { now, before } = contactsOf(snapshot, person) ?? {};
      return now === undefined || before === undefined ? null : now.filter((peer) => !before.includes(peer)).length;
    });
  },
});
