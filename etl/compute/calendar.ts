import { Temporal } from 'temporal-polyfill';

/** One course week. Week 1 is the Monday-to-Sunday week, in the course's zone, that holds the course start. */
export interface CourseWeek {
  readonly week: number;
  /** Monday, YYYY-MM-DD. */
  readonly monday: string;
  /** T: first instant after the week, in ms since 1970 (UTC). Nothing at or after it enters the week. */
  readonly end: number;
  /** First instant of the week. */
  readonly start: number;
}

export interface Calendar {
  readonly zone: string;
  /** Closed weeks, oldest first. */
  readonly weeks: readonly CourseWeek[];
}

/**
 * The closed weeks of a course, up to `now` and, where an end is known, up to the week that holds it.
 * A change of clocks makes a week 167 or 169 hours long; the calendar decides, not 7 x 24 h.
 */
export function calendarOf(course: { startsOn: string; endsOn: string | null; timezone: string }, now: Date): Calendar {
  const zone = course.timezone;
  const firstMonday = mondayOf(Temporal.PlainDate.from(course.startsOn));
  const lastMonday = course.endsOn === null ? null : mondayOf(Temporal.PlainDate.from(course.endsOn));
  const weeks: CourseWeek[] = [];
  for (let monday = firstMonday; ; monday = monday.add({ weeks: 1 })) {
    const end = startOfDay(monday.add({ weeks: 1 }), zone);
    if (end > now.getTime()) break;
    if (lastMonday !== null && Temporal.PlainDate.compare(monday, lastMonday) > 0) break;
    weeks.push({ week: weeks.length + 1, monday: monday.toString(), start: startOfDay(monday, zone), end });
  }
  return { zone, weeks };
}

/** Day number (days since 1970-01-01) of an instant, in a zone. */
export function localDay(at: number, zone: string): number {
  return dayNumber(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate());
}

/** Hour of the day, 0..23, of an instant in a zone. */
export function localHour(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour;
}

/** Day number of a YYYY-MM-DD day, which alone is read as UTC. Asked a million times a course: Temporal is too slow. */
export const dayOf = (day: string): number => Date.parse(day) / 86_400_000;

const epoch = Temporal.PlainDate.from('1970-01-01');
const dayNumber = (day: Temporal.PlainDate): number => epoch.until(day, { largestUnit: 'days' }).days;
const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });
const startOfDay = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds;
