import { defineIndicator } from '../indicator.ts';
import { meanIn } from './reading/pool.ts';
import { threadsOf } from './reading/threads.ts';
import { total } from './reading/total.ts';

export const distinctPeersPerThread = defineIndicator({
  of: 'course',
  id: 'distinct_peers_per_thread',
  title: 'People in a thread',
  question: 'How many learners does a thread gather?',
  unit: 'people',
  range: [0, null],
  better: 'neither',
  needs: ['forum'],
  minimum: '5 threads with a post in 28 days',

  sentence: 'A thread gathers {x} people.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C20',
  formula: 'Different learners who wrote in a thread, summed over threads with a post in 28 days, / threads.',
  source: 'Mazzolini & Maddison (2007): length is not health',
  pitfalls: ['Length is not health.'],
  version: 1,

  pool(snapshot) {
    const threads = threadsOf(snapshot);
    const people = threads.map(
      (thread) => new Set(thread.filter(({ byStudent }) => byStudent).map(({ author }) => author)).size,
    );
    return { sum: total(people), count: threads.length };
  },
  value: (pool) => meanIn(pool, 5),
});
