import { gini, redrawGini } from '../measures/gini.ts';
import { defineIndicator } from '../indicator.ts';
import { tally, untally } from './reading/pool.ts';
import { total } from './reading/total.ts';

export const participationGini = defineIndicator({
  of: 'course',
  id: 'participation_gini',
  title: 'Concentration of posts',
  question: 'How unevenly is writing spread over the class?',
  unit: 'gini',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '20 posts in 28 days and a roster',

  sentence: 'Writing is spread with a Gini of {x}: 0 is even, 1 is one person.',
  themes: ['VC'],
  constructs: ['Ow'],
  roles: ['health'],
  catalogue: 'C07',
  formula:
    'Sum over all pairs of learners of |posts of one - posts of the other| / (2 n x all posts), 28 days, those without a post included.',
  source: 'Gini (1912); DLT 0.61 to 0.72',
  pitfalls: ['Over posters only it would hide those who read along.'],
  version: 1,

  pool: ({ posts, roster }) => (roster ? tally(posts) : null),
  among: ({ posts, roster }, some) => (roster ? tally(posts.filter((_, node) => some(node))) : null),
  value(pool) {
    const posts = untally(pool);
    return total(posts) >= 20 ? gini(posts) : null;
  },
  redraw: ({ posts }) => redrawGini(posts),
});
