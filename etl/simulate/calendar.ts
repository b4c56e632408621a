import { Temporal } from 'temporal-polyfill';

/** The weeks of the term, and its clock. Weeks count from 1 and begin on Monday. */
export interface Calendar {
  readonly timezone: string;
  readonly startsOn: string;
  /** The term goes on for two weeks after the last one that is told of. */
  readonly endsOn: string;
  readonly weeks: number;
  /** Half of everything, and no session; null: none. */
  readonly readingWeek: number | null;
  /** RFC 3339 in UTC of a week (from 1), day (0 = Monday) and minute of that day on the local clock. */
  at(week: number, day: number, minute: number): string;
  /** The same in milliseconds since 1970. */
  millis(week: number, day: number, minute: number): number;
  /** The local day, YYYY-MM-DD. */
  day(week: number, day: number): string;
}

/** The last of the weeks is the last whole one before `now`, so that pages show this week. */
export function calendarOf(
  weeks: number,
  now: Date,
  timezone = 'Europe/London',
  readingWeek: number | null = 8,
): Calendar {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const first = monday.subtract({ weeks });
  const dayOf = (week: number, day: number) => first.add({ days: (week - 1) * 7 + day });

  const midnights = new Map<number, number>();
  // Clocks change at night and nothing here happens at night: one offset a day, that of its noon, is enough.
  const millis = (week: number, day: number, minute: number) => {
    const ordinal = week * 7 + day;
    let midnight = midnights.get(ordinal);
    if (midnight === undefined) {
      const noon = dayOf(week, day).toZonedDateTime({ timeZone: timezone, plainTime: '12:00' });
      midnight = noon.epochMilliseconds - 12 * 3_600_000;
      midnights.set(ordinal, midnight);
    }
    return midnight + Math.round(minute * 60) * 1000;
  };
  return {
    timezone,
    startsOn: first.toString(),
    endsOn: first
      .add({ weeks: weeks + 2 })
      .subtract({ days: 1 })
      .toString(),
    weeks,
    readingWeek,
    at: (week, day, minute) => instantOf(millis(week, day, minute)),
    millis,
    day: (week, day) => dayOf(week, day).toString(),
  };
}

export function instantOf(millis: number): string {
  return new Date(millis).toISOString().replace('.000Z', 'Z');
}
