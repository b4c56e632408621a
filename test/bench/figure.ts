import { median } from '@kith/etl/measures/median.ts';

/** One figure: how many times as long one thing takes as another, measured side by side in one run. */
export interface Figure {
  readonly what: string;
  /** What it is divided by. */
  readonly than: string;
  /** Median, least and most of the runs. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
  /** What else was counted: rows, memory. */
  readonly beside: Readonly<Record<string, number>>;
  /** Where the time went, as shares of what it is divided by. */
  readonly profile?: Profile;
  /** Medians on the machine of this run, for whoever wants to know where the time went; no two machines agree. */
  readonly seconds: { readonly of: number; readonly than: number };
}

export type Profile = Readonly<Record<string, number>>;

/** Seconds of both in one run. */
export interface Pair {
  readonly of: number;
  readonly than: number;
}

export function figure(
  { what, than, beside = {} }: Pick<Figure, 'what' | 'than'> & Partial<Pick<Figure, 'beside'>>,
  pairs: readonly Pair[],
): Figure {
  const ratios = pairs.map((pair) => pair.of / pair.than);
  return {
    what,
    than,
    ratio: middle(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    runs: pairs.length,
    beside,
    seconds: { of: middle(pairs.map((pair) => pair.of)), than: middle(pairs.map((pair) => pair.than)) },
  };
}

/** Seconds that something takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export const middle = (values: readonly number[]): number => median(values) ?? NaN;
