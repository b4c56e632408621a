import { defineIndicator } from '../indicator.ts';
import { latestAnswers } from './reading/survey.ts';

export const belongingResponseRate = defineIndicator({
  of: 'course',
  id: 'belonging_response_rate',
  title: 'Answered the survey',
  question: 'What share of the class answered?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['survey'],
  minimum: '5 answers in 35 days and a roster',

  sentence: '{x} of the class answered.',
  themes: ['EC'],
  constructs: [],
  roles: ['show'],
  catalogue: 'C25',
  formula: 'Answers in 35 days / learners, at most 1; unnamed answers in whole blocks of five or more.',
  source: 'design: printed beside every mean',
  pitfalls: ['Unnamed answers of one person twice count twice, and the share stops at 1.'],
  version: 2,

  pool(snapshot) {
    return snapshot.roster ? { answers: latestAnswers(snapshot).length, people: snapshot.people.length } : null;
  },
  value: ({ answers = 0, people = 0 }) => (answers < 5 || people === 0 ? null : Math.min(1, answers / people)),
});
