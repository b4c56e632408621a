import { defineIndicator } from '../indicator.ts';

export const voice = defineIndicator({
  of: 'learner',
  id: 'voice',
  title: 'Voice',
  question: 'How much has the learner written to classmates lately?',
  unit: 'reply equivalents',
  range: [0, null],
  better: 'higher',
  needs: ['forum', 'feedback'],
  minimum: 'a forum open for two weeks',

  sentence: 'Has written to classmates the equivalent of {x} replies.',
  themes: ['CO'],
  constructs: ['Ow'],
  roles: ['score'],
  catalogue: 'S06',
  formula: 'Decayed weight of everything the learner addressed to classmates, in replies.',
  source: 'Macfadyen & Dawson (2010)',
  pitfalls: ['Mandatory posting inflates it.'],
  version: 1,

  compute({ signals }) {
    return signals.map((learner) => learner.voice);
  },
});
