import { outDegree } from '../measures/degree.ts';
import { reciprocatedTies } from '../measures/reciprocity.ts';
import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofNodes, type Share } from './reading/share.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const mutual = reciprocatedTies(snapshot.network);
  const out = outDegree(snapshot.network);
  return ofNodes(
    out.length,
    (node) => out[node]!,
    (node) => mutual[node]!,
  );
};

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
  catalogue: 'C05',
  formula: 'Directed ties whose reverse exists / all directed ties, 42 days, without staff.',
  source: 'Wasserman & Faust (1994); DLT 0.20 to 0.26',
  pitfalls: ['A question that got one good answer is one-way and fine.'],
  version: 1,

  ...asShare(parts, 10),
});
