import { defineIndicator } from '../indicator.ts';
import { latestAnswers, redrawAnswers } from './reading/survey.ts';
import { meanIn } from './reading/pool.ts';
import { total } from './reading/total.ts';

export const belongingMean = defineIndicator({
  of: 'course',
  id: 'belonging_mean',
  title: 'Belonging',
  question: 'How does the class rate belonging?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days',

  sentence: 'The class rates belonging {x} of 5.',
  themes: ['EC'],
  constructs: ['Ec', 'Ow', 'Af', 'Ps'],
  roles: ['health'],
  catalogue: 'C25',
  formula:
    'Sum of the means of all answers to the pulse in 35 days / number of answers; of named people the latest counts, of unnamed ones whole blocks of five or more.',
  source: 'Rovai (2002); Tackett, Viel & Manturuk (2022)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 2,

  pool(snapshot) {
    const answers = latestAnswers(snapshot);
    return { sum: total(answers.map(({ mean }) => mean)), count: answers.length };
  },
  value: (pool) => meanIn(pool, 5),
  redraw: (snapshot) => redrawAnswers(snapshot),
});
