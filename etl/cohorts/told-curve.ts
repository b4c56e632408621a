import { leastCount, leastForShare } from '../disclosure/fewest.ts';
import { rounded } from '../disclosure/rounded.ts';
import type { Waiting } from '../measures/kaplan-meier.ts';
import { survivalCurve, type Step } from '../measures/survival.ts';

/** One week of a curve as it is told: shares to whole per cent, people to the nearest five. */
export interface ToldPoint {
  readonly week: number;
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly atRisk: number;
}

export interface ToldCurve {
  /** How many it begins with, to the nearest five. */
  readonly people: number;
  readonly points: readonly ToldPoint[];
  /** It goes on after the last point, with too few people or changes to be told. */
  readonly cut: boolean;
}

const percent = (share: number): number => Math.round(100 * share) / 100;
const isFew = (people: number): boolean => people > 0 && people < leastCount;

/**
 * A curve without single people. A step is drawn when at least five stand behind it: smaller ones wait for the weeks
 * after. Nothing is drawn where fewer than ten are still watched, or where one to four would be left. Null: it begins with fewer than
 * ten.
 */
export function toldCurve(waits: readonly Waiting[]): ToldCurve | null {
  if (waits.length < leastForShare) return null;
  const steps = survivalCurve(waits);
  const points: ToldPoint[] = [];
  let held = 0;
  for (const step of steps) {
    if (step.atRisk < leastForShare) return told(waits, points, true);
    held += step.happened;
    if (isFew(held) || isFew(step.atRisk - step.happened)) continue;
    points.push(pointOf(step));
    held = 0;
  }
  return told(waits, points, held > 0 || points.at(-1)?.week !== steps.at(-1)?.time);
}

const told = (waits: readonly Waiting[], points: readonly ToldPoint[], cut: boolean): ToldCurve => ({
  people: rounded(waits.length),
  points,
  cut,
});

const pointOf = ({ time, survival, low, high, atRisk }: Step): ToldPoint => ({
  week: time,
  share: percent(survival),
  low: low === null ? null : percent(low),
  high: high === null ? null : percent(high),
  atRisk: rounded(atRisk),
});
