interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Whether an order says no more than is known: everybody has an interval, and no two of them touch (goals G24). */
export function isOrdered(intervals: readonly (Interval | null)[]): boolean {
  const known = intervals.flatMap((interval) => interval ?? []).sort((one, other) => one.low - other.low);
  return (
    known.length > 1 &&
    known.length === intervals.length &&
    known.every(({ low }, place) => place === 0 || known[place - 1]!.high < low)
  );
}
