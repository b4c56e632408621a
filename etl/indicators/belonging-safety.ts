import { defineIndicator } from '../indicator.ts';
import { asItemMean } from './reading/survey.ts';

export const belongingSafety = defineIndicator({
  of: 'course',
  id: 'belonging_safety',
  title: 'Daring to say it',
  question: 'How does the class rate being able to say what they do not understand?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days',

  sentence: 'The class rates being able to say what they do not understand {x} of 5.',
  themes: ['EC'],
  constructs: ['Ps'],
  roles: ['show'],
  catalogue: 'C25',
  formula:
    'Mean of the answers to "I can say what I do not understand" in 35 days; of named people the latest counts, of unnamed ones whole blocks of five or more.',
  source: 'design: one item for each construct; Rovai (2002)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 2,

  ...asItemMean('can_say'),
});
