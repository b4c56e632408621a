import type { Cell } from '../report.ts';
import type { EvaluationNumbers, Funnel } from './gather.ts';
import type { ToldGroup, ToldGrouping } from './groups.ts';
import { rateOf, type Rate } from './rate.ts';

export const steps = ['listed', 'contacted', 'answered', 'setAside'] as const satisfies readonly (keyof Funnel)[];

/** One step from a list to an answer: learners, and their share of those who were listed. */
export interface ToldStep {
  readonly step: (typeof steps)[number];
  readonly people: Cell;
  /** Null: one of the two is left out, or nobody was listed. */
  readonly rate: Rate | null;
}

/** Every number of an evaluation as both the print and the page say it. */
export interface ToldEvaluation extends Pick<
  EvaluationNumbers,
  'weeks' | 'asOf' | 'definitions' | 'times' | 'effects'
> {
  readonly steps: readonly ToldStep[];
  readonly groups: readonly (Omit<ToldGrouping, 'groups'> & {
    readonly groups: readonly (ToldGroup & { readonly rate: Rate | null })[];
  })[];
}

export function toldOf({
  weeks,
  asOf,
  definitions,
  times,
  effects,
  funnel,
  groups,
}: EvaluationNumbers): ToldEvaluation {
  const cell = (step: keyof Funnel): Cell => funnel[step] ?? 'suppressed';
  return {
    weeks,
    asOf,
    definitions,
    times,
    effects,
    steps: steps.map((step) => ({ step, people: cell(step), rate: rateOf(cell(step), cell('listed')) })),
    groups: groups.map(({ by, groups: own }) => ({
      by,
      groups: own.map((group) => ({ ...group, rate: rateOf(group.contacted, group.listed) })),
    })),
  };
}
