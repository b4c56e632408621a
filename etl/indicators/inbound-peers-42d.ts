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
  catalogue: 'S02',
  formula:
    'Number of classmates from whom a reply, mention, reaction, message or feedback reached the learner in 42 days.',
  source: 'Dawson (2008); Stadtfeld et al. (2019)',
  pitfalls: ['0 by construction for someone who never posts: read it beside the posts.'],
  version: 1,

  compute({ signals }) {
    return signals.map(({ inboundPeers }) => inboundPeers);
  },
});
