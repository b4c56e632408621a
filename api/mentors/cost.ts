/** What speaks for a pair. */
export interface PairReasons {
  /** Courses both are in, this one among them. */
  readonly sharedCourses: number;
  /** Null: one zone is not known. */
  readonly hoursApart: number | null;
  readonly languages: readonly string[];
}

/**
 * What a pair costs: courses they share, a language, and hours of the day in which both are awake make it cheaper. Nothing
 * about how either of them is doing is in it.
 */
export function costOf({ sharedCourses, hoursApart, languages }: PairReasons): number {
  const zones = hoursApart === null ? 1 : Math.min(12, hoursApart) / 2;
  return 10 - 2 * Math.min(3, sharedCourses) - (languages.length > 0 ? 3 : 0) + zones;
}
