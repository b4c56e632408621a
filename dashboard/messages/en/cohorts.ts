import type { Formats } from '#lib/format/formats.ts';

/** Cohorts of learners over several courses, for leads and researchers. */
export const cohorts = (f: Formats) => ({
  title: 'Cohorts',
  about:
    'Learners of several courses, by a rule or a list, followed by the week of their course. Nobody is named, and nothing is told of fewer than ten people.',
  none: 'No cohort was saved yet.',
  noneMore: 'Save one below: a term, a programme, a start week, or a list.',
  people: (people: number, courses: number) =>
    `About ${f.number(people)} people in ${f.count(courses, 'course', 'courses')}.`,
  byList: 'By list.',
  by: {
    termId: 'Term',
    unitId: 'Part of the institution',
    courseId: 'Course',
    startWeek: 'Start week',
    group: 'Group called',
  },
  everything: 'All courses you may compare.',
  waiting: 'It is being looked at. Come back in a minute.',
  few: 'Fewer than ten people are in it, so nothing is told.',
  tooClose:
    'It differs by fewer than ten people from a course or from another cohort of yours, ended ones among them. What is told of both would tell of those few, so nothing is told of this one.',
  counted: (when: string) => `Looked at ${when}.`,
  end: (title: string) => `Put away: ${title}`,
  compare: 'Side by side, by course week',
  which: {
    retention: 'Still there',
    reconnection: 'Found contact again',
  },
  whichMore: {
    retention:
      'Share of learners who were seen in that week of their course or later. Whoever was never seen is in no line. Two silent weeks at the end of what is known count as leaving; whoever was seen lately is still watched.',
    reconnection:
      'Of those who at some time might have been unconnected: the share who still might be, by weeks since. A falling line is good news.',
  },
  sentence: {
    retention: (title: string, share: number, week: number) =>
      `${title}: ${f.percent(share)} were still there in week ${f.number(week)}.`,
    reconnection: (title: string, share: number, week: number) =>
      `${title}: after ${f.count(week, 'week', 'weeks')}, ${f.percent(share)} might still be unconnected.`,
  },
  range: (low: number, high: number) => `(95% interval: ${f.percent(low)} to ${f.percent(high)})`,
  curveFew: (title: string) => `${title}: too few people or changes to tell anything.`,
  cut: 'A line ends where fewer than ten are still watched, or where fewer than five changed since its last point. Points are drawn only when five or more stand behind a step. Shares are to whole per cent, people to the nearest five.',
  interval:
    'The pale band is a 95% interval at each week (Kaplan-Meier, Greenwood, on the log-log scale). Where bands overlap, a difference may be chance.',
  week: 'Week',
  share: 'Share',
  from: 'from',
  to: 'to',
  atRisk: 'People watched',
  cohort: 'Cohort',
  changes: 'Who came and went',
  changesOf: (title: string) => `Who came and went: ${title}`,
  caption: {
    retention: 'Share still there, by course week',
    reconnection: 'Share that might still be unconnected, by weeks since',
  },
  day: 'Day',
  span: (from: string, to: string) => `${from} to ${to}`,
  why: 'Why',
  howMany: 'People',
  reason: {
    first: 'there when it was saved',
    joined: 'came: the rule fits them now',
    left_course: 'went: left the course',
    rule: 'went: the rule fits them no more',
  },
  changesMore:
    'Days are put together until ten people came or went for one reason; what is newer waits. People to the nearest five. Whose day it was stands here for nobody. The people behind the lines, too, change only when ten or more came or went.',
  weeks: {
    title: 'Week by week of their courses',
    about:
      'Counted anew from the learners and posts of all courses of a cohort, never a mean of their numbers. Shares to whole per cent of rounded counts, other numbers to two digits.',
    which: 'Number',
    show: 'Show',
    /** A share, hours, or a plain number. */
    value: (value: number, unit: string) =>
      unit === 'share' ? f.percent(value) : unit === 'hours' ? `${f.number(value)} h` : f.number(value, 2),
    sentence: (cohort: string, value: string, week: number) => `${cohort}: ${value} in week ${f.number(week)}.`,
    none: (cohort: string) => `${cohort}: this number is not known, or it would tell of few.`,
    waiting: (cohort: string) => `${cohort}: its courses are being counted. Come back in a while.`,
    caption: (title: string) => `${title}, by course week`,
    suppressed: 'left out: few',
    people: 'Learners',
    note: 'A week is missing where fewer than ten learners of a cohort were in their courses, or where another cohort of yours would cut a few out of it. What is about those who teach, about networks, threads and groups of whole classes, about places, and answers without a name is told of no cohort.',
  },
  save: 'Save a cohort',
  name: 'What to call it',
  any: 'any',
  rule: 'By rule: learners for whom all of this holds',
  saveRule: 'Save the rule',
  list: 'By list',
  listLabel: 'Addresses or keys, one a line, at least ten',
  listMore: 'You are not told who of them was found. Learners of courses you may compare are taken.',
  saveList: 'Save the list',
  saved: 'Saved. It is being looked at; come back in a minute.',
  link: 'Cohorts',
});
