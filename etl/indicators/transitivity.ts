import { triads } from '../measures/clustering.ts';
import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';

export const transitivity = defineIndicator({
  of: 'course',
  id: 'transitivity',
  title: 'Friends of friends',
  question: 'Do friends of friends talk to each other?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} of friends of friends talk.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C10',
  formula: '3 x triangles / pairs of ties that share a person.',
  source: 'Newman, Watts & Strogatz (2002)',
  pitfalls: ['Group work makes it high by itself.'],
  version: 1,

  pool: (snapshot) => (hasTalk(snapshot) ? { people: snapshot.people.length, ...triads(snapshot.network) } : null),
  value: ({ people = 0, closed = 0, pairs = 0 }) => (people < 8 || pairs === 0 ? null : closed / pairs),
});
