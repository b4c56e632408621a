import { betweenness } from '../measures/betweenness.ts';
import { percentile } from '../measures/percentile.ts';
import { defineIndicator } from '../indicator.ts';
import { answeredPeers } from './reading/replies.ts';
import { hasTalk } from './reading/seen.ts';

export const peerLeaders = defineIndicator({
  of: 'course',
  id: 'peer_leaders',
  title: 'People who hold the course together',
  question: 'How many learners link others and answer at least three?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: '20 learners',

  sentence: '{x} learners hold the course together.',
  themes: ['VC'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C14',
  formula: 'Learners in the top tenth of betweenness who answered 3 or more different classmates, 42 days.',
  source: 'Gillani et al. (2014)',
  pitfalls: ['Thank them; do not load them.'],
  version: 1,

  pool(snapshot) {
    const { people, network } = snapshot;
    if (!hasTalk(snapshot) || people.length < 20) return null;
    const between = betweenness(network);
    const high = percentile(between, 0.9);
    const answered = answeredPeers(snapshot);
    const leads = (person: number, node: number): boolean =>
      between[node]! > 0 && between[node]! >= high && (answered.get(person)?.size ?? 0) >= 3;
    return { leaders: people.filter(leads).length };
  },
  value: ({ leaders = 0 }) => leaders,
});
