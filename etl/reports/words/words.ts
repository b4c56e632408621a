import type { HealthTheme } from '../../health/definition.ts';
import type { HealthBand } from '../../health/over-weeks.ts';
import type { CohortWords } from './cohort.ts';
import type { EvaluationWords } from './evaluation.ts';

/** Every word of a printed report in one language; numbers come as they are to be read. */
export interface ReportWords {
  readonly page: (number: number, of: number) => string;
  /** Left out because it would tell of few people. */
  readonly suppressed: string;
  /** Cannot be known. Never a zero. */
  readonly unknown: string;
  readonly and: string;
  readonly bands: readonly [connected: string, watch: string, elevated: string, high: string, cannotTell: string];
  readonly learners: string;
  readonly week: string;
  readonly course: string;
  readonly health: string;
  readonly from: string;
  readonly to: string;
  readonly themes: Readonly<Record<HealthTheme, string>>;
  readonly healthBands: Readonly<Record<HealthBand, string>>;
  readonly interval: (low: string, high: string) => string;
  readonly definition: (kind: string, versions: string) => string;
  readonly method: string;
  readonly limits: string;
  readonly cohort: CohortWords;
  readonly evaluation: EvaluationWords;
}
