import { defineIndicator } from '../indicator.ts';
import { reachedByStaff } from './reading/replies.ts';

export const staffReachGap = defineIndicator({
  of: 'course',
  id: 'staff_reach_gap',
  title: 'Gap in staff reach',
  question: 'Do staff answer the connected more than the others?',
  unit: 'difference',
  range: [-1, 1],
  better: 'lower',
  needs: ['forum'],
  minimum: '8 learners who write, 3 on each side, known staff',

  sentence: 'Staff reach the connected {x} more often than the others.',
  themes: ['EI'],
  constructs: ['Ec'],
  roles: ['show'],
  catalogue: 'C24',
  formula:
    'Share reached by staff among writers with a score under 30 - share among writers with a score of 45 or more, 28 days.',
  source: 'Dawson (2010)',
  pitfalls: ['Few on one side make it jump.'],
  version: 1,

  pool(snapshot) {
    if (!snapshot.staffKnown) return null;
    const { people, posts, scores } = snapshot;
    const reached = reachedByStaff(snapshot);
    const writers = people.flatMap((_, node) => (posts[node]! > 0 ? [node] : []));
    const near = writers.filter((node) => scores[node] !== null && scores[node]! < 30);
    const far = writers.filter((node) => scores[node] !== null && scores[node]! >= 45);
    const among = (nodes: readonly number[]): number => nodes.filter((node) => reached.has(node)).length;
    return {
      writers: writers.length,
      near: near.length,
      nearReached: among(near),
      far: far.length,
      farReached: among(far),
    };
  },
  value: ({ writers = 0, near = 0, nearReached = 0, far = 0, farReached = 0 }) =>
    writers < 8 || near < 3 || far < 3 ? null : nearReached / near - farReached / far,
});
