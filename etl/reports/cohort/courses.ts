import { communityHealth, type HealthTheme } from '../../health/definition.ts';
import { intervals } from '../../print/charts/intervals.ts';
import type { Block } from '../../print/document.ts';
import type { Speech } from '../words/speech.ts';
import type { CohortCourse, CohortNumbers } from './gather.ts';
import { hasIndex } from './sentences.ts';
import { printed } from './weeks.ts';

/** Of a course, what is about those who teach stands in no report (ADR 80). */
const themes = (Object.keys(communityHealth.themes) as HealthTheme[]).filter((theme) => theme !== 'EI');

/** More would not be a picture any more; the tables have all of them. */
const mostInPicture = 30;

/** The courses of the last week side by side, by title: no league table. */
export function coursesOf({ courses, weeks }: CohortNumbers, speech: Speech): Block[] {
  if (courses.length === 0) return [];
  const { words, day } = speech;
  const { cohort, bands, learners, course } = words;
  return [
    { kind: 'heading', text: cohort.courses(day(weeks.at(-1)!.week)) },
    ...pictureOf(courses, speech),
    {
      kind: 'table',
      table: {
        caption: cohort.coursesTable,
        columns: [{ title: course }, ...[...bands, learners].map((title) => ({ title, number: true }))],
        rows: courses.map(({ title, cells }) => [title, ...cells.map((cell) => printed(cell, speech))]),
      },
    },
    {
      kind: 'table',
      table: {
        caption: cohort.themesTable,
        columns: [
          { title: course },
          ...[words.health, ...themes.map((theme) => words.themes[theme])].map((title) => ({ title, number: true })),
        ],
        rows: courses.map((one) => [one.title, ...healthCells(one, speech)]),
      },
    },
  ];
}

function healthCells({ health }: CohortCourse, { words, number }: Speech): string[] {
  if (health === 'suppressed') return [words.suppressed, ...themes.map(() => words.suppressed)];
  if (!hasIndex(health)) return [words.unknown, ...themes.map(() => words.unknown)];
  const scores = new Map(health.themes.map(({ theme, score }) => [theme, score]));
  return [
    number(health.index),
    ...themes.map((theme) => {
      const score = scores.get(theme);
      return score === undefined ? words.unknown : number(score);
    }),
  ];
}

function pictureOf(courses: readonly CohortCourse[], { words, number }: Speech): Block[] {
  const known = courses.flatMap(({ title, health }) => (hasIndex(health) ? [{ title, health }] : []));
  if (known.length < 2 || known.length > mostInPicture) return [];
  const rows = known.map(({ title, health: { index, interval } }) => ({
    label: title,
    value: index,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    text:
      interval === null
        ? number(index)
        : `${number(index)} (${words.interval(number(interval.low), number(interval.high))})`,
  }));
  return [
    {
      kind: 'figure',
      caption: words.cohort.coursesCaption,
      instead: words.cohort.instead.courses,
      picture: intervals(rows, { from: 0, to: 100 }),
    },
  ];
}
