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
  source: 'S01; Dawson (2008); Stadtfeld et al. (2019)',
  pitfalls: ['Time in a plenary alone must stay small, and does: an hour in it adds half a peer.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ effectivePeers, weeksObserved }) => (weeksObserved < 2 ? null : effectivePeers));
  },
});
