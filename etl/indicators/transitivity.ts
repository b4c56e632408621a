import { transitivity as measure } from '../measures/clustering.ts';
import { defineIndicator } from '../indicator.ts';
import { isClass } from './reading/seen.ts';

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
  source: 'C10; Newman, Watts & Strogatz (2002)',
  pitfalls: ['Group work makes it high by itself.'],
  version: 1,

  compute(snapshot) {
    return isClass(snapshot) ? measure(snapshot.network) : null;
  },
});
