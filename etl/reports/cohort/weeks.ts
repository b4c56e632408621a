import { overWeeks } from '../../print/charts/over-weeks.ts';
import { stackedWeeks } from '../../print/charts/stacked-weeks.ts';
import type { Block } from '../../print/document.ts';
import { colours } from '../../print/picture.ts';
import type { Cell } from '../report.ts';
import type { Speech } from '../words/speech.ts';
import type { CohortNumbers } from './gather.ts';
import { hasIndex } from './sentences.ts';

const bandColours = [colours.connected, colours.watch, colours.elevated, colours.high, colours.cannotTell];

/** A cell as it is printed: left out, unknown and zero are three things. */
export const printed = (cell: Cell, { words, number }: Speech): string =>
  cell === 'suppressed' ? words.suppressed : typeof cell === 'number' ? number(cell) : (cell ?? words.unknown);

/** Day and month: the year stands in the title. */
const label = (week: string): string => `${String(Number(week.slice(8)))}.${String(Number(week.slice(5, 7)))}.`;

export function learnersByWeek({ weeks }: CohortNumbers, speech: Speech): Block[] {
  const { words, day } = speech;
  const { cohort, bands } = words;
  return [
    { kind: 'heading', text: cohort.byWeek },
    {
      kind: 'figure',
      caption: cohort.byWeekCaption,
      instead: cohort.instead.byWeek,
      picture: stackedWeeks(
        weeks.map(({ week, cells }) => ({
          label: label(week),
          parts: cells.slice(0, -1).map((cell) => (typeof cell === 'number' ? cell : null)),
        })),
        bands.map((text, place) => ({ text, colour: bandColours[place]! })),
      ),
    },
    {
      kind: 'table',
      table: {
        caption: cohort.byWeek,
        columns: [{ title: words.week }, ...[...bands, words.learners].map((title) => ({ title, number: true }))],
        rows: weeks.map(({ week, cells }) => [day(week), ...cells.map((cell) => printed(cell, speech))]),
      },
    },
  ];
}

export function healthByWeek({ weeks }: CohortNumbers, speech: Speech): Block[] {
  const { words, day, number } = speech;
  const { cohort } = words;
  const heading: Block = { kind: 'heading', text: cohort.healthByWeek };
  if (!weeks.some(({ health }) => hasIndex(health))) return [heading, { kind: 'text', text: cohort.noHealthYet }];
  const points = weeks.map(({ week, health }) =>
    hasIndex(health)
      ? {
          week,
          left: false,
          value: health.index,
          low: health.interval?.low ?? null,
          high: health.interval?.high ?? null,
        }
      : { week, left: health === 'suppressed', value: null, low: null, high: null },
  );
  const cell = (value: number | null, left: boolean) =>
    left ? words.suppressed : value === null ? words.unknown : number(value, 1);
  const picture = overWeeks(
    points.map(({ week, value, low, high }) => ({ label: label(week), value, low, high })),
    100,
  );
  return [
    heading,
    { kind: 'figure', caption: cohort.healthCaption, instead: cohort.instead.health, picture },
    {
      kind: 'table',
      table: {
        caption: cohort.healthByWeek,
        columns: [
          { title: words.week },
          ...[words.health, words.from, words.to].map((title) => ({ title, number: true })),
        ],
        rows: points.map(({ week, left, value, low, high }) => [
          day(week),
          ...[value, low, high].map((each) => cell(each, left)),
        ]),
      },
    },
    ...themesOfLast(weeks, speech),
  ];
}

function themesOfLast(weeks: CohortNumbers['weeks'], { words, day, number }: Speech): Block[] {
  const last = weeks.findLast(({ health }) => hasIndex(health));
  if (last === undefined || !hasIndex(last.health)) return [];
  return [
    {
      kind: 'table',
      table: {
        caption: words.cohort.themesOf(day(last.week)),
        columns: [{ title: words.cohort.theme }, { title: words.cohort.points, number: true }],
        rows: last.health.themes.map(({ theme, score }) => [words.themes[theme], number(score)]),
      },
    },
  ];
}
