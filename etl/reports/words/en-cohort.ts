import type { CohortWords } from './cohort.ts';

const courses = (count: number): string => (count === 1 ? '1 course' : `${String(count)} courses`);

export const cohort: CohortWords = {
  title: (of) => `Cohort report: ${of}`,
  weeks: (count, from, to) =>
    count === 1 ? `One week, from ${from}.` : `${String(count)} weeks, from ${from} to the week of ${to}.`,
  asOf: (day) => `Numbers as of ${day}.`,
  short: 'In short',
  learnersIn: (learners, count, day) =>
    `In the week of ${day} there were about ${learners} enrolments in ${courses(count)}.`,
  learnersHidden: (day) => `How many were enrolled in the week of ${day} is left out: it would tell of few people.`,
  mayBe: (people, share) => `About ${people} of them may be unconnected here (${share}).`,
  mayBeHidden: 'How many of them may be unconnected is left out: it would tell of few people.',
  index: (index, band, interval) =>
    `Community health is ${index} of 100: ${band}. It could be ${interval} with other learners.`,
  noIndex: 'There is no index of community health: too little can be seen, or there are too few learners.',
  weakest: (theme) => `Its weakest theme is ${theme}.`,
  byWeek: 'Learners by week',
  byWeekCaption:
    'Shares of all enrolments by week. An outline stands where a part is left out because it would tell of few people.',
  healthByWeek: 'Community health by week',
  healthCaption:
    'Community health, 0 to 100, with its 90 % interval over learners. A gap: it cannot be told in that week.',
  noHealthYet: 'No week has an index of community health.',
  themesOf: (day) => `Themes in the week of ${day}`,
  theme: 'Theme',
  points: 'Points of 100',
  courses: (day) => `Courses in the week of ${day}`,
  coursesCaption:
    'Community health of each course with its 90 % interval, by title. Where two lines overlap, no order is known.',
  coursesTable: 'Learners by course',
  themesTable: 'Community health by course, without what is about those who teach',
  notSeen: 'What we cannot see',
  cannotTell: (people) => `Of about ${people} learners Kith cannot tell whether they are in touch with others.`,
  withoutIndex: (count) =>
    `${courses(count)} ${count === 1 ? 'has' : 'have'} no index: too few learners, or too little of ${count === 1 ? 'it' : 'them'} is seen.`,
  allSeen: 'Every course has an index, and nobody was left out of the bands.',
  made: [
    'Whether a learner may be unconnected is worked out every week from eight explained parts: contact with classmates, who turned to them, being answered, voice, live sessions, last seen, and decline against their own past.',
    'Community health is worked out anew from the learners and posts of all courses together, never as a mean of their numbers. Intervals are bootstrap intervals over learners.',
    'Whoever has opted out or is not enrolled is in no number. Whoever takes two courses counts in both.',
  ],
  limits: (least) => [
    'It says who may be unconnected in what Kith can see. It predicts nobody’s success, and is no judgement of a person, a course or who teaches it.',
    `Fewer than ${least} people are left out, and with them what they could be worked out from (Giessing & Repsilber 2002). “Left out” is neither zero nor unknown; a dash is unknown; a zero is a zero.`,
    'Counts are to the nearest five and shares are of such counts (HESA Standard Rounding), so parts need not add up to their total, and a difference of five between two weeks may be one person.',
    'Courses differ in what is seen of them. Compare a course with its own past before comparing it with others.',
  ],
  instead: {
    byWeek: 'Bars of shares by week; the table below has the same numbers.',
    health: 'A line of community health over weeks with its interval; the table below has the same numbers.',
    courses: 'Community health of courses with intervals; the table below has the same numbers.',
  },
};
