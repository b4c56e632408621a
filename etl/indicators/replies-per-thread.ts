import { defineIndicator } from '../indicator.ts';
import { meanIn } from './reading/pool.ts';
import { threadsOf } from './reading/threads.ts';
import { total } from './reading/total.ts';

export const repliesPerThread = defineIndicator({
  of: 'course',
  id: 'replies_per_thread',
  title: 'Replies in a thread',
  question: 'How many replies does a thread gather?',
  unit: 'replies',
  range: [0, null],
  better: 'neither',
  needs: ['forum'],
  minimum: '5 threads with a post in 28 days',

  sentence: 'A thread gathers {x} replies.',
  themes: ['CO'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C20',
  formula: 'Replies in a thread so far, summed over threads with a post in 28 days, / threads.',
  source: 'Mazzolini & Maddison (2007): length is not health',
  pitfalls: ['Length is not health.'],
  version: 1,

  pool(snapshot) {
    const threads = threadsOf(snapshot);
    return { sum: total(threads.map((thread) => thread.length - 1)), count: threads.length };
  },
  value: (pool) => meanIn(pool, 5),
});
