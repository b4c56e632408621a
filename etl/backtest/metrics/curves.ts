import { atK } from './at-k.ts';
import { prevalence } from './average-precision.ts';
import type { Ranked } from './roc-auc.ts';

/** Where curves are read off: 0, 0.05 … 1. A step this wide tells of no single learner. */
export const curveGrid: readonly number[] = Array.from({ length: 21 }, (_, at) => at / 20);

/** How one ranking does wherever a list is cut; each by {@link curveGrid}, 0..1 but for the lift. */
export interface Curves {
  /** True-positive rate by false-positive rate. */
  readonly roc: readonly number[];
  /** Precision where so much is found; the first, of a recall of 0, is that of the highest rank. */
  readonly precision: readonly number[];
  /** Times the prevalence, of a list as long as this share of the course; the first, of nobody, is that of one learner. */
  readonly lift: readonly number[];
}

/** Means over course-weeks, each with both kinds of case. */
export function curvesOf(weeks: readonly (readonly Ranked[])[]): Curves {
  return {
    roc: meanOf(weeks.map((own) => rocAt(steps(own)))),
    precision: meanOf(weeks.map((own) => precisionAt(steps(own)))),
    lift: meanOf(weeks.map(liftAt)),
  };
}

/** One threshold: how many are ranked at or above it, for whom it came and for whom not. */
interface Step {
  readonly found: number;
  readonly wrong: number;
}

/** From nobody to everybody; ties are taken together. */
export function steps(cases: readonly Ranked[]): readonly Step[] {
  let [found, wrong] = [0, 0];
  const groups = [...Map.groupBy(cases, ({ score }) => score)].sort(([one], [other]) => other - one);
  return [
    { found, wrong },
    ...groups.map(([, tied]) => {
      const here = tied.filter(({ came }) => came).length;
      return { found: (found += here), wrong: (wrong += tied.length - here) };
    }),
  ];
}

/** True-positive rates at some false-positive rates, along straight lines between thresholds. */
export function rocAt(own: readonly Step[], grid: readonly number[] = curveGrid): number[] {
  const { found: positives, wrong: negatives } = own.at(-1)!;
  let at = 0;
  return grid.map((rate) => {
    const wanted = rate * negatives;
    // The last threshold that is not to the right of it: a vertical step counts with its upper end.
    while (at + 1 < own.length && own[at + 1]!.wrong <= wanted + 1e-9) at += 1;
    const [from, to] = [own[at]!, own[at + 1]];
    const way = to === undefined ? 0 : (wanted - from.wrong) / (to.wrong - from.wrong);
    return (from.found + Math.max(0, way) * ((to?.found ?? from.found) - from.found)) / positives;
  });
}

function precisionAt(own: readonly Step[]): number[] {
  const positives = own.at(-1)!.found;
  return curveGrid.map((recall) => {
    const { found, wrong } = own.slice(1).find((step) => step.found >= recall * positives - 1e-9)!;
    return found / (found + wrong);
  });
}

function liftAt(cases: readonly Ranked[]): number[] {
  const base = prevalence(cases);
  return curveGrid.map((share) => atK(cases, Math.max(1, Math.ceil(share * cases.length - 1e-9))).precision / base);
}

const meanOf = (curves: readonly (readonly number[])[]): number[] =>
  curveGrid.map((_, at) => curves.reduce((sum, curve) => sum + curve[at]!, 0) / curves.length);
