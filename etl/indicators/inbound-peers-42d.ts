import { defineIndicator } from '../indicator.ts';

export const inboundPeers42d = defineIndicator({
  of: 'learner',
  id: 'inbound_peers_42d',
  title: 'Classmates turning to them',
  question: 'How many classmates have turned to the learner in six weeks?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum', 'feedback'],
  minimum: 'a forum open for two weeks',

  sentence: '{x} classmates have turned to them in six weeks.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['score', 'pattern'],
  source: 'S02; Dawson (2008)',
  pitfalls: ['0 by construction for someone who never posts: read it beside the posts.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ inboundPeers }) => inboundPeers);
  },
});
