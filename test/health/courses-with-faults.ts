import type { RecordInput } from '@kith/etl/records/record.ts';
import { recordsOf } from '../support/story.ts';

/** How a course of 24 learners in two regions behaves; every fault changes one thing of it. */
interface Course {
  /** Who writes. */
  readonly writers: number;
  /** Posts of a learner in a week: so many. */
  readonly postsOf: (learner: number) => number;
  /** Hours until a classmate answers. */
  readonly answeredAfter: number;
  /** Classmates who answer a post, by their number. */
  readonly answerers: (learner: number, week: number) => readonly number[];
  /** Whether the tutor answers, and after how many hours. */
  readonly tutorAnswers: (learner: number, week: number) => boolean;
  readonly tutorAfter: number;
}

const learners = 24;
const healthy: Course = {
  writers: learners,
  postsOf: () => 1,
  answeredAfter: 5,
  answerers: (learner, week) => [1 + week, 7 + 2 * week].map((step) => (learner + step) % learners),
  tutorAnswers: (learner, week) => (learner + week) % 3 !== 0,
  tutorAfter: 8,
};

/** Each by what it is called, the indicator it must cut and the theme. */
export const faults: Readonly<
  Record<string, { readonly course: Course; readonly indicator: string; readonly theme: string }>
> = {
  half_isolated: {
    course: {
      ...healthy,
      writers: 12,
      answerers: (learner, week) => [1 + week, 5 + week].map((step) => (learner + step) % 12),
    },
    indicator: 'connected_share',
    theme: 'VC',
  },
  unanswered: { course: { ...healthy, answeredAfter: 120 }, indicator: 'answered_48h_share', theme: 'CO' },
  staff_centric: {
    course: {
      ...healthy,
      answerers: (learner, week) => (learner % 4 === week % 4 ? [(learner + 1) % learners] : []),
      tutorAnswers: () => true,
      // Whoever answers everything answers late.
      tutorAfter: 100,
    },
    indicator: 'staff_dependence',
    theme: 'EI',
  },
  absent_staff: { course: { ...healthy, tutorAnswers: () => false }, indicator: 'staff_reach', theme: 'EI' },
  few_dominate: {
    course: {
      ...healthy,
      postsOf: (learner) => (learner < 3 ? 12 : 0),
      answerers: (learner, week) => [(learner + 1) % 3, ...(week % 2 === 0 ? [3 + ((learner + week) % 21)] : [])],
    },
    indicator: 'participation_gini',
    theme: 'VC',
  },
  fragmented: {
    course: {
      ...healthy,
      answerers: (learner, week) =>
        [1 + week, 3 + week].map((step) => (((learner % 12) + step) % 12) + (learner < 12 ? 0 : 12)),
    },
    indicator: 'mixing',
    theme: 'VC',
  },
};

export const quiet: Course = {
  ...healthy,
  postsOf: (learner) => (learner % 4 === 0 ? 1 : 0),
  answerers: (learner) => (learner % 8 === 0 ? [(learner + 4) % learners] : []),
};

export const coursesOf = (): RecordInput[] =>
  Object.entries({
    healthy,
    quiet,
    ...Object.fromEntries(Object.entries(faults).map(([name, { course }]) => [name, course])),
  }).flatMap(([name, course]) => recordsOf(name, { people: people.join(' '), given: linesOf(course) }));

const people = Array.from({ length: learners }, (_, index) => `p${String(index).padStart(2, '0')}`);

function linesOf(course: Course): string[] {
  const lines = people.map((person, index) => `${person} lives in ${index < 12 ? 'north' : 'south'}`);
  for (let week = 0; week < 4; week++) {
    people.forEach((person, index) => lines.push(`d${String(7 * week + (index % 7))} 07:00 ${person} is here`));
    if (week % 2 === 0)
      lines.push(...people.slice(0, 9).map((person) => `d${String(7 * week + 6)} 12:00 ${person} rates 4`));
    for (let learner = 0; learner < course.writers; learner++) {
      for (let nth = 0; nth < course.postsOf(learner); nth++) lines.push(...threadOf(course, learner, week, nth));
    }
  }
  return lines;
}

function threadOf(course: Course, learner: number, week: number, nth: number): string[] {
  const key = `${people[learner]!}.${String(week)}.${String(nth)}`;
  const hour = 24 * (7 * week + ((learner + nth) % 7)) + 6 + ((learner * 5 + nth) % 15);
  const when = (hours: number) => `d${String(Math.floor(hours / 24))} ${String(hours % 24).padStart(2, '0')}:00`;
  return [
    `${when(hour)} ${people[learner]!} posts ${key}`,
    ...course
      .answerers(learner, week)
      .filter((answerer) => answerer !== learner)
      .map(
        (answerer, place) =>
          `${when(hour + course.answeredAfter + place)} ${people[answerer]!} answers ${key} as ${key}.${String(place)}`,
      ),
    ...(course.tutorAnswers(learner, week) ? [`${when(hour + course.tutorAfter)} tut answers ${key} as ${key}.t`] : []),
  ];
}
