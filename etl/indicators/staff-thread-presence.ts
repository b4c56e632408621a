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
  source: 'C22',
  pitfalls: ['More is not better.'],
  version: 1,

  compute(snapshot) {
    const threads = threadsOf(snapshot).filter((thread) => thread[0]!.byStudent);
    if (threads.length < 5 || !snapshot.staffKnown) return null;
    return threads.filter((thread) => thread.some(({ byStaff }) => byStaff)).length / threads.length;
  },
});
