import { defineIndicator } from '../indicator.ts';
import { peerReplies } from './reading/replies.ts';
import { total } from './reading/total.ts';
import { isClass } from './reading/seen.ts';

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
  source: 'C14',
  pitfalls: ['In small classes one person is the busiest five percent.'],
  version: 1,

  compute(snapshot) {
    const { people, ties } = snapshot;
    if (!isClass(snapshot) || people.length < 20) return null;
    const counts = people.map(peerReplies(ties, 'source').of).sort((one, other) => other - one);
    const all = total(counts);
    return all === 0 ? null : total(counts.slice(0, Math.ceil(0.05 * counts.length))) / all;
  },
});
