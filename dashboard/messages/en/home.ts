import type { Formats } from '#lib/format/formats.ts';

/** My courses. */
export const home = (f: Formats) => ({
  title: 'My courses',
  headline: (people: number) =>
    people === 0 ? 'Nobody stands out as unconnected' : `${f.count(people, 'person', 'people')} may be unconnected`,
  summary: (courses: number, learners: number) =>
    `${f.count(courses, 'course', 'courses')}, ${f.count(learners, 'learner', 'learners')}.`,
  onlyCourses: (courses: number) => `${f.count(courses, 'course', 'courses')}.`,
  cannotTell: (people: number) => `About ${f.number(people)} we cannot tell.`,
  seldomHere: (people: number) =>
    `${f.count(people, 'person is', 'people are')} seldom here in courses where Kith cannot see who talks to whom.`,
  none: 'No course is open to you yet.',
  noneMore: 'You see the courses you teach, and those of a unit you have been given.',
  noneNext: 'Ask whoever runs Kith to mark you as staff of a course, or to give you a role.',
  week: (week: number, weeks: number) => `Week ${f.number(week)} of ${f.number(Math.max(week, weeks))}`,
  notStarted: 'No week has closed yet',
  notComputed: 'Not computed yet',
  noCounts: 'How people are is open to those who teach this course.',
  moreLimits: (count: number) => `and ${f.count(count, 'more thing', 'more things')} to know`,
  steward: 'You look after the data.',
  stewardNext: 'Go to sources and loads',
  learners: (count: number) => f.count(count, 'learner', 'learners'),
  mayBe: (count: number) => `${f.count(count, 'person', 'people')} may be unconnected here`,
  mayBeAway: (count: number) => `${f.count(count, 'person is', 'people are')} seldom here`,
  nobody: 'Nobody stands out this week',
  waiting: (posts: number) => `${f.count(posts, 'post waits', 'posts wait')} for an answer`,
  byBand: 'Learners by band',
  past: (courses: number) => `${f.count(courses, 'course', 'courses')} of earlier terms`,
  pastMore: 'They have ended: no alerts come from them, and people stand as they did in the last week.',
  ended: (day: string | undefined) => (day === undefined ? 'Ended.' : `Ended on ${day}.`),
  asOfLast: 'As it was in its last week:',
  onlyPast: 'Your courses have ended',
});
