import { defineIndicator } from '../indicator.ts';
import { asItemMean } from './reading/survey.ts';

export const belongingConnection = defineIndicator({
  of: 'course',
  id: 'belonging_connection',
  title: 'Feeling connected',
  question: 'How does the class rate feeling connected?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days',

  sentence: 'The class rates feeling connected {x} of 5.',
  themes: ['EC'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C25',
  formula:
    'Mean of the answers to "I feel connected to people in this course" in 35 days; of named people the latest counts, of unnamed ones whole blocks of five or more.',
  source: 'design: one item for each construct; Rovai (2002)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 2,

  ...asItemMean('connected'),
});
