import { createHash } from 'node:crypto';

import { calibrated, type CalibrationOutcome } from './calibrate/calibrated.ts';
import { type Case, courseWeeks, type Figures, figuresOf } from './evaluate.ts';
import type { LabelId } from './labels.ts';
import { curvesOf, type Curves } from './metrics/curves.ts';
import { comparable, rowsOf, type Row } from './rows.ts';
import { score, baselines } from './snapshots/feature.ts';
import { leaveOneOut, learnedOn, outOfTime, type Fold, type Split } from './splits.ts';
import type { TestedCourse } from './tested-course.ts';
import { foundByArchetype, type Found } from './term/archetypes.ts';
import { bandOutcomes, type BandOutcome } from './term/band-outcomes.ts';
import { betweenCurves, type BetweenCurves } from './term/between-curves.ts';
import { leadTimes, type LeadTime } from './term/lead-times.ts';
import { slicesOf, type Slice } from './term/slices.ts';
import { stabilityOf, type Stability } from './term/stability.ts';
import { termOf } from './term/term.ts';

export type Population = 'all' | 'active in the last 14 days';

export interface Result {
  readonly label: LabelId;
  readonly title: string;
  readonly population: Population;
  readonly split: Split;
  readonly ranking: string;
  /** Learners for whom it came, of those the figures are over. */
  readonly events: number;
  readonly figures: Figures;
}

/** The curves of one ranking, beside its figures. */
export interface ResultCurves extends Curves {
  readonly label: LabelId;
  readonly population: Population;
  readonly split: Split;
  readonly ranking: string;
}

export interface BacktestReport {
  readonly courses: readonly string[];
  /** Of the learner-weeks, what each ranking said of them, what came, and all that is told here: SHA-256. */
  readonly digest: string;
  readonly results: readonly Result[];
  readonly curves: readonly ResultCurves[];
  readonly bands: readonly BandOutcome[];
  readonly leadTimes: readonly LeadTime[];
  readonly stability: Stability;
  /** Flag rates by group, of those for whom nothing came. */
  readonly slices: readonly Slice[];
  /** How differently the score ranks each group. */
  readonly between: readonly BetweenCurves[];
  /** Share found by archetype, where a truth was planted. */
  readonly found: readonly Found[];
  /** Null: not asked for. */
  readonly calibration: CalibrationOutcome | null;
}

export interface BacktestOptions {
  /** Of the bootstrap, for the score and B1. */
  readonly draws?: number;
  /** The label that a probability is to be learned for. */
  readonly calibrate?: LabelId | undefined;
}

const rankings = [score, ...baselines];
const learned = 'B5 logistic of recency and activity, learned on other courses';
const populations = ['all', 'active in the last 14 days'] as const;

/**
 * The protocol of indicators §5 over courses that are over: features from before T, labels from after it, figures by
 * course-week and then averaged, intervals over learners. Nothing of Kith's is fitted here.
 *
 * @throws LooksAhead
 */
export function backtest(
  courses: readonly TestedCourse[],
  { draws = 100, calibrate }: BacktestOptions = {},
): BacktestReport {
  const { rows, titles } = rowsOf(courses, rankings);
  const terms = courses.map((course) => ({ course, weeks: termOf(course) }));
  const tried = [...titles]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([label, title]) =>
      populations.flatMap((population) => {
        const own = comparable(rows.filter((row) => row.came.has(label) && (population === 'all' || row.active)));
        return (
          [
            ['one course left out', leaveOneOut(own)],
            ['out of time', outOfTime(own)],
          ] as const
        ).flatMap(([split, folds]) =>
          resultsOf(folds, label, draws).map((one) => ({ label, title, population, split, ...one })),
        );
      }),
    );
  const said = {
    courses: courses.map(({ name }) => name),
    results: tried.map(({ curves: _, ...result }) => result),
    curves: tried.map(({ title: _, figures: __, curves, ...of }) => ({ ...of, ...curves })),
    bands: bandOutcomes(rows, terms, titles.keys()),
    leadTimes: leadTimes(rows, terms, titles),
    stability: stabilityOf(terms),
    slices: slicesOf(rows, terms, titles),
    between: betweenCurves(rows, terms, titles.keys()),
    found: foundByArchetype(rows, courses),
    calibration: calibrate === undefined ? null : calibrated(rows, terms, calibrate),
  };
  return { ...said, digest: digestOf(rows, said) };
}

/** Every ranking on what the folds are tried on. */
function resultsOf(
  folds: readonly Fold[],
  label: LabelId,
  draws: number,
): readonly (Pick<Result, 'ranking' | 'events' | 'figures'> & { readonly curves: Curves })[] {
  const tried = folds.flatMap(({ test }) => test);
  const b5 = folds.flatMap((fold) => learnedOn(fold, label)).map(({ row, p }) => caseOf(row, p, label));
  return [
    ...rankings.map(({ id, title }) => ({
      id,
      ranking: title,
      cases: tried.map((row) => caseOf(row, row.ranks[id]!, label)),
    })),
    { id: 'learned', ranking: learned, cases: b5 },
  ].flatMap(({ id, ranking, cases }) => {
    const figures = figuresOf(cases, id === 'score' || id === 'recency' ? draws : 0);
    const events = new Set(cases.filter(({ came }) => came).map(({ course, person }) => `${course} ${person}`)).size;
    return figures ? [{ ranking, events, figures, curves: curvesOf(courseWeeks(cases)) }] : [];
  });
}

const caseOf = ({ course, week, person, came }: Row, rank: number, label: LabelId): Case => ({
  course,
  week,
  person: String(person),
  score: rank,
  came: came.get(label)!,
});

function digestOf(rows: readonly Row[], said: Omit<BacktestReport, 'digest'>): string {
  const hash = createHash('sha256').update(JSON.stringify(said));
  for (const { course, week, person, ranks, came } of rows) {
    hash.update(JSON.stringify([course, week, person, ranks, [...came]]));
  }
  return hash.digest('hex');
}
