import { defineIndicator } from '../indicator.ts';

export const pulseBelonging = defineIndicator({
  of: 'learner',
  id: 'pulse_belonging',
  title: 'Told us',
  question: 'How much does the learner feel part of this course?',
  unit: 'points of 5',
  range: [1, 5],
  better: 'higher',
  needs: ['survey'],
  minimum: 'an identified answer of the last 35 days',

  sentence: 'Told us: {x} of 5 on feeling part of this course.',
  themes: ['EC'],
  constructs: ['Ec', 'Ow', 'Af', 'Ps'],
  roles: ['score', 'pattern'],
  catalogue: 'S36',
  formula: "Mean of the items of the learner's latest answer to the pulse, at most 35 days old.",
  source: 'Rovai (2002); Gopalan et al. (2020)',
  pitfalls: ['Answers are not missing at random.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ pulse }) => pulse);
  },
});
