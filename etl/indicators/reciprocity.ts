import { reciprocity as measure } from '../measures/reciprocity.ts';
import { defineIndicator } from '../indicator.ts';

export const reciprocity = defineIndicator({
  of: 'course',
  id: 'reciprocity',
  title: 'Reciprocity',
  question: 'What share of exchanges goes both ways?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '10 directed ties',
  sentence: '{x} of exchanges are returned.',
  themes: ['CO'],
  constructs: ['Ps'],
  roles: ['health'],
  source: 'C05',
  pitfalls: ['A question that got one good answer is one-way and fine.'],
  version: 1,

  compute({ network }) {
    return network.outgoing.neighbours.length >= 10 ? measure(network) : null;
  },
});
