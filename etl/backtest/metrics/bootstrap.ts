import type { Random } from '../../simulate/random.ts';

export interface Interval95 {
  readonly low: number;
  readonly high: number;
}

/**
 * 95 % interval of a figure by drawing learners, never rows: the weeks of one learner hang together, and drawing them
 * apart makes every interval too small. Null where the figure was never defined.
 *
 * @param rowsOf rows by learner
 */
export function bootstrapLearners<Row>(
  rowsOf: ReadonlyMap<string, readonly Row[]>,
  figure: (rows: readonly Row[]) => number,
  random: Random,
  draws = 100,
): Interval95 | null {
  const learners = [...rowsOf.values()];
  const figures = Array.from({ length: draws }, () => figure(learners.flatMap(() => random.pick(learners)))).filter(
    (value) => Number.isFinite(value),
  );
  if (figures.length === 0) return null;
  figures.sort((one, other) => one - other);
  const at = (share: number): number => figures[Math.min(figures.length - 1, Math.floor(share * figures.length))]!;
  return { low: at(0.025), high: at(0.975) };
}
