import type { Formats } from '#lib/format/formats.ts';

/** How healthy a course or a programme is: an index that adds up, and what pulls it down. */
export const health = (f: Formats) => ({
  title: 'Community health',
  band: { thriving: 'thriving', steady: 'steady', fragile: 'fragile', struggling: 'struggling' },
  sentence: (index: number, band: string) => `Health ${f.number(Math.round(index))} of 100: ${band}.`,
  interval: (low: number, high: number) =>
    `It could be ${f.number(Math.round(low))} to ${f.number(Math.round(high))} with other learners.`,
  noInterval: 'How sure that is cannot be said.',
  changed: (delta: number) =>
    delta > 0
      ? `That is ${f.number(Math.round(delta))} more than the week before.`
      : `That is ${f.number(Math.round(-delta))} less than the week before.`,
  wobble: 'No more than a wobble against the week before.',
  moved: (points: number) =>
    points > 0
      ? `${f.number(Math.round(points))} more than the week before`
      : `${f.number(Math.round(-points))} less than the week before`,
  movedBy: (sentence: string) => `Mostly by this: ${sentence}`,
  weakest: (theme: string) => `Weakest: ${theme}.`,
  lowest: 'The lowest single number:',
  withheld: {
    too_few_learners: 'There are too few learners for an index of health.',
    too_little_seen: 'Too little of this course can be seen for an index of health.',
  },
  withoutImmediacy: 'What is about those who teach is left out here; the other themes share its weight.',
  coverage: (share: number) => `It rests on ${f.number(Math.round(share * 100))} of 100 points of weight.`,
  themes: 'Themes of community health',
  parts: 'What each theme is made of',
  points: (score: number) => `${f.number(Math.round(score))} of 100`,
  strip: (from: number, to: number) => `Community health, week ${f.number(from)} to ${f.number(to)}.`,
  columns: { week: 'Week', index: 'Health', low: 'from', high: 'to' },
});

/** The programme lead's pages: every course of a part of the institution on one screen. */
export const programmes = (f: Formats) => ({
  title: 'Programmes',
  none: 'There is no programme here for you.',
  noneMore:
    'You see a programme when you may see the numbers of every course below it. A data steward gives that right.',
  headline: (courses: number) => `${f.count(courses, 'course', 'courses')} in your part of the institution.`,
  weekOf: (monday: string) => `Week of ${monday}`,
  facts: (courses: number, learners: number | null) =>
    learners === null
      ? f.count(courses, 'course', 'courses')
      : `${f.count(courses, 'course', 'courses')}, ${f.count(learners, 'enrolment', 'enrolments')}`,
  mayBe: (share: number) => `${f.number(Math.round(share * 100))} % of those with a score may be unconnected.`,
  pooled: 'Counted anew from the learners and posts of all its courses, never a mean of their numbers.',
  noImmediacy: 'What is about those who teach is left out: it is told only of at least five of them together.',
  dip: (fell: number, known: number) =>
    `Health fell in ${f.number(fell)} of ${f.number(known)} courses this week. That looks like the week, not like a course.`,
  courses: 'Courses',
  below: 'Parts of it',
  coursesMore: 'Each with the health of its weeks; the shade around the line says how sure it is.',
  byHealth: 'Order by health',
  byTitle: 'Order by title',
  noRanking: 'There is no order by health: the intervals overlap, so an order would say more than is known.',
  between: (low: string, high: string) => `${low} to ${high}`,
  heat: 'Themes by course',
  heatMore: 'Points of 100, the lower the darker. A dash: not known there.',
  course: 'Course',
  spread: (lowest: number, highest: number) =>
    `Its courses lie between ${f.number(Math.round(lowest))} and ${f.number(Math.round(highest))}.`,
  ended: 'ended',
  week: (week: number) => `week ${f.number(week)}`,
  back: 'Programmes',
  past: 'Community health of this part, week by week.',
});
