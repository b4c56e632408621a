import type { TestedCourse } from '@kith/etl/backtest/tested-course.ts';
import type { LabelId } from '@kith/etl/backtest/labels.ts';
import type { Row } from '@kith/etl/backtest/rows.ts';
import type { Said, Term } from '@kith/etl/backtest/term/term.ts';

/** A learner-week of a back-test, without a course behind it. */
export const rowOf = (
  course: string,
  person: number,
  week: number,
  {
    came,
    score = 10,
    active = true,
    startsAt = 0,
  }: { came: boolean; score?: number; active?: boolean; startsAt?: number },
  label: LabelId = 'L1',
): Row => ({
  course,
  person,
  week,
  asOf: week,
  startsAt,
  active,
  ranks: { score, recency: score, active_days: -score },
  came: new Map([[label, came]]),
});

const calm: Said = { score: 10, band: 'connected', listed: false, concerns: {} };

/** A term in which some things were said of some learners, and of the others nothing. `facts` is what slices look at. */
export const sayings = (
  name: string,
  weeks: readonly Readonly<Record<number, Partial<Said>>>[],
  facts: object = {},
): Term => ({
  course: { name, facts, calendar: { zone: 'UTC', weeks: [] } } as unknown as TestedCourse,
  weeks: weeks.map((said, at) => ({
    week: at + 1,
    said: new Map(Object.entries(said).map(([person, own]) => [Number(person), { ...calm, ...own }])),
  })),
});
