import { defineIndicator } from '../indicator.ts';
import { tally, untally } from './reading/pool.ts';
import { hasTalk } from './reading/seen.ts';
import { peerReplies } from './reading/replies.ts';
import { total } from './reading/total.ts';

export const leadershipConcentration = defineIndicator({
  of: 'course',
  id: 'leadership_concentration',
  title: 'Answers by the busiest',
  question: 'What share of the replies do the busiest five percent write?',
  unit: 'share',
  range: [0, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '20 learners and a reply',

  sentence: 'The busiest twentieth writes {x} of the replies.',
  themes: ['VC'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C14',
  formula: 'Replies to classmates written by the busiest 5 % of learners (rounded up) / all such replies, 42 days.',
  source: 'Gillani et al. (2014): loss of key people',
  pitfalls: ['In small classes one person is the busiest five percent.'],
  version: 1,

  pool(snapshot) {
    if (!hasTalk(snapshot)) return null;
    return tally(snapshot.people.map(peerReplies(snapshot.ties, 'source').of));
  },
  value(pool) {
    const counts = untally(pool).reverse();
    const all = total(counts);
    return counts.length < 20 || all === 0 ? null : total(counts.slice(0, Math.ceil(0.05 * counts.length))) / all;
  },
});
