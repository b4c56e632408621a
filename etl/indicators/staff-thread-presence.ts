import { defineIndicator } from '../indicator.ts';
import { threadsOf } from './reading/threads.ts';

export const staffThreadPresence = defineIndicator({
  of: 'course',
  id: 'staff_thread_presence',
  title: 'Staff in threads',
  question: 'In what share of threads do staff write?',
  unit: 'share',
  range: [0, 1],
  better: 'neither',
  needs: ['forum'],
  minimum: '5 threads with a post in 28 days and known staff',

  sentence: 'Staff join {x} of threads.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C22',
  formula:
    'Threads opened by learners with a post by staff / threads opened by learners, of those with a post in 28 days.',
  source: 'Mazzolini & Maddison (2007)',
  pitfalls: ['More is not better.'],
  version: 1,

  pool(snapshot) {
    if (!snapshot.staffKnown) return null;
    const threads = threadsOf(snapshot).filter((thread) => thread[0]!.byStudent);
    const joined = threads.filter((thread) => thread.some(({ byStaff }) => byStaff));
    return { joined: joined.length, threads: threads.length };
  },
  value: ({ joined = 0, threads = 0 }) => (threads < 5 ? null : joined / threads),
});
