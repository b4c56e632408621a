/** A foretold probability, and whether it came. */
export interface Foretold {
  readonly p: number;
  readonly came: boolean;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly cases: number;
  /** Mean foretold and observed share; null in an empty bin. */
  readonly foretold: number | null;
  readonly observed: number | null;
}

export interface Calibration {
  readonly brier: number;
  /** Expected calibration error: mean distance of the bins from the diagonal, by their cases. */
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
}

/** Reliability in ten bins of equal width. Only of probabilities: a score is none. */
export function calibration(cases: readonly Foretold[]): Calibration {
  const bins = Array.from({ length: 10 }, (_, at): ReliabilityBin => {
    const here = cases.filter(({ p }) => Math.min(9, Math.floor(p * 10)) === at);
    if (here.length === 0) return { from: at / 10, cases: 0, foretold: null, observed: null };
    return {
      from: at / 10,
      cases: here.length,
      foretold: mean(here.map(({ p }) => p)),
      observed: here.filter(({ came }) => came).length / here.length,
    };
  });
  const gaps = bins.map(({ cases: count, foretold, observed }) => count * Math.abs((foretold ?? 0) - (observed ?? 0)));
  return {
    brier: mean(cases.map(({ p, came }) => (p - Number(came)) ** 2)),
    ece: gaps.reduce((sum, gap) => sum + gap, 0) / cases.length,
    bins,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
