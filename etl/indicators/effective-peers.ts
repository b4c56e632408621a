import { defineIndicator } from '../indicator.ts';

export const effectivePeers = defineIndicator({
  of: 'learner',
  id: 'effective_peers',
  title: 'Contact with classmates',
  question: 'With how many classmates is there real contact lately?',
  unit: 'peers',
  range: [0, null],
  better: 'higher',
  needs: ['forum', 'live', 'group'],
  minimum: 'one source with an opportunity and two weeks',

  sentence: 'Real contact with about {x} classmates.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['score'],
  catalogue: 'S01',
  formula:
    'Sum over classmates of 1 - exp(-contact): what reached the learner counts full, what they sent half, time together full, each halving every 14 days, for 42 days.',
  source: 'Dawson (2008); Stadtfeld et al. (2019)',
  pitfalls: ['Time in a plenary alone must stay small, and does: an hour in it adds half a peer.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ effectivePeers, weeksObserved }) => (weeksObserved < 2 ? null : effectivePeers));
  },
});
