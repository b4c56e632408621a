import { defineIndicator } from '../indicator.ts';
import { latestAnswers, redrawAnswers } from './reading/survey.ts';
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
  source: 'C25; Rovai (2002)',
  pitfalls: ['Those who answer are not those who do not.'],
  version: 1,

  compute(snapshot) {
    const answers = latestAnswers(snapshot);
    return answers.length < 5 ? null : total(answers.map(({ mean }) => mean)) / answers.length;
  },
  redraw: (snapshot) => redrawAnswers(snapshot),
});
