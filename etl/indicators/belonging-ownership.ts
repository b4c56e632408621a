import { defineIndicator } from '../indicator.ts';
import { asItemMean } from './reading/survey.ts';

export const belongingOwnership = defineIndicator({
  of: 'course',
  id: 'belonging_ownership',
  title: 'Feeling that it is theirs',
  question: 'How does the class rate feeling that the course is partly theirs?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days',

  sentence: 'The class rates feeling that the course is partly theirs {x} of 5.',
  themes: ['EC'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C25',
  formula:
    'Mean of the answers to "I feel this course is partly mine" in 35 days; of named people the latest counts, of unnamed ones whole blocks of five or more.',
  source: 'design: one item for each construct; Rovai (2002)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 2,

  ...asItemMean('mine'),
});
