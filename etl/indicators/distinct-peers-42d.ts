import { distinctPeers as measure } from '../measures/degree.ts';
import { defineIndicator } from '../indicator.ts';
import { ofTalkers } from './reading/seen.ts';

export const distinctPeers42d = defineIndicator({
  of: 'learner',
  id: 'distinct_peers_42d',
  title: 'Distinct peers',
  question: 'With how many different people has the learner exchanged posts?',
  unit: 'people',
  range: [0, null],
  better: 'higher',
  needs: ['forum'],
  minimum: 'a forum open for two weeks',

  sentence: 'Has exchanged posts with {x} people.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S03',
  formula:
    'Number of different classmates with whom there was a reply, mention, message or voluntary feedback either way in 42 days.',
  source: 'Saqr et al. (2022); median 2 to 3 over a whole course (DLT 2013)',
  pitfalls: ['Grows with time unless it is windowed, as here.'],
  version: 1,

  compute(snapshot) {
    const peers = measure(snapshot.network);
    return ofTalkers(snapshot, (node) => peers[node]!);
  },
});
