import { randomOf } from '../simulate/random.ts';
import { atK } from './metrics/at-k.ts';
import { averagePrecision, prevalence } from './metrics/average-precision.ts';
import { bootstrapLearners, type Interval95 } from './metrics/bootstrap.ts';
import { auc, type Ranked } from './metrics/roc-auc.ts';

/** A ranked learner-week with what came. */
export interface Case extends Ranked {
  readonly course: string;
  readonly week: number;
  readonly person: string;
}

/** Figures of one ranking for one label in one population: means over course-weeks that have both kinds of case. */
export interface Figures {
  readonly courseWeeks: number;
  readonly cases: number;
  readonly learners: number;
  readonly prevalence: number;
  readonly precisionAtK: number;
  readonly recallAtK: number;
  readonly auc: number;
  readonly averagePrecision: number;
  /** Of the AUC, over learners. */
  readonly interval: Interval95 | null;
}

/** Null where no course-week has both who it came for and who it did not. @param draws 0: no interval */
export function figuresOf(cases: readonly Case[], draws: number): Figures | null {
  const weeks = courseWeeks(cases);
  if (weeks.length === 0) return null;
  const topK = weeks.map((own) => atK(own));
  const byLearner = Map.groupBy(cases, ({ course, person }) => `${course} ${person}`);
  return {
    courseWeeks: weeks.length,
    cases: cases.length,
    learners: byLearner.size,
    prevalence: mean(weeks.map(prevalence)),
    precisionAtK: mean(topK.map(({ precision }) => precision)),
    recallAtK: mean(topK.map(({ recall }) => recall)),
    auc: meanAuc(cases),
    averagePrecision: mean(weeks.map(averagePrecision)),
    interval: draws > 0 ? bootstrapLearners(byLearner, meanAuc, randomOf(1, 'bootstrap'), draws) : null,
  };
}

const meanAuc = (cases: readonly Case[]): number => mean(courseWeeks(cases).map(auc));

/** Those in which something can be told apart. */
export function courseWeeks(cases: readonly Case[]): readonly (readonly Case[])[] {
  return [...Map.groupBy(cases, ({ course, week }) => `${course} ${week}`).values()].filter(
    (own) => own.some(({ came }) => came) && own.some(({ came }) => !came),
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
