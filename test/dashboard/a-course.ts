import type { CourseCard } from '@kith/dashboard/lib/api/types.ts';

/** A course in its seventh week with nothing special about it, but for what a test says. */
export const aCourse = (special: Partial<CourseCard>): CourseCard => ({
  courseId: 1,
  title: 'Statistics for Nurses',
  code: null,
  term: null,
  programme: null,
  startsOn: '2026-10-05',
  endsOn: null,
  ended: false,
  timezone: 'Europe/Berlin',
  datesBasis: 'roster',
  url: null,
  computedAt: '2026-11-22T05:10:00Z',
  stale: false,
  redRun: null,
  week: 7,
  weeks: 7,
  counts: null,
  notices: [],
  waitingPosts: null,
  ...special,
});
