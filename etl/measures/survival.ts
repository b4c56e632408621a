import type { Waiting } from './kaplan-meier.ts';

/** The curve just after one time at which it happened to somebody, or was last looked. */
export interface Step {
  readonly time: number;
  /** Still watched just before. */
  readonly atRisk: number;
  readonly happened: number;
  /** Share to whom it had not happened, 0..1. */
  readonly survival: number;
  /** Pointwise 95 % interval; null where it is not defined: at 1 and at 0. */
  readonly low: number | null;
  readonly high: number | null;
}

const z = 1.959963984540054;

/**
 * Kaplan-Meier curve with Greenwood's variance, and intervals on the log(-log) scale, which keeps them within 0 and 1.
 * One step for each different time, censored ones included, ascending.
 *
 * Kaplan & Meier (1958), JASA 53, 457–481; Greenwood (1926); Kalbfleisch & Prentice (2002), The Statistical Analysis of
 * Failure Time Data, 1.4.
 */
export function survivalCurve(waits: readonly Waiting[]): Step[] {
  const byTime = Map.groupBy(waits, ({ time }) => time);
  let atRisk = waits.length;
  let survival = 1;
  let greenwood = 0;
  return [...byTime]
    .sort(([one], [other]) => one - other)
    .map(([time, here]) => {
      const happened = here.filter((wait) => wait.happened).length;
      const step = { time, atRisk, happened };
      survival *= 1 - happened / atRisk;
      greenwood += happened === atRisk ? Infinity : happened / (atRisk * (atRisk - happened));
      atRisk -= here.length;
      return { ...step, survival, ...interval(survival, greenwood) };
    });
}

function interval(survival: number, greenwood: number): Pick<Step, 'low' | 'high'> {
  if (survival <= 0 || survival >= 1) return { low: null, high: null };
  const log = Math.log(survival);
  const reach = Math.exp((z * Math.sqrt(greenwood)) / Math.abs(log));
  return { low: survival ** reach, high: survival ** (1 / reach) };
}
