import { defineIndicator } from '../indicator.ts';
import { asItemMean } from './reading/survey.ts';

export const belongingAffiliation = defineIndicator({
  of: 'course',
  id: 'belonging_affiliation',
  title: 'Knowing somebody to ask',
  question: 'How does the class rate knowing somebody they could ask?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days',

  sentence: 'The class rates knowing somebody they could ask {x} of 5.',
  themes: ['EC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C25',
  formula:
    'Mean of the answers to "I know someone here I could ask" in 35 days; of named people the latest counts, of unnamed ones whole blocks of five or more.',
  source: 'design: one item for each construct; Rovai (2002)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 2,

  ...asItemMean('someone_to_ask'),
});
