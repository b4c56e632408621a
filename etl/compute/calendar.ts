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
export const localDay = (at: number, zone: string): number => Math.floor((at + offsetAt(at, zone)) / dayMs);

/** An instant as the clocks of a zone show it, in ms since their 1970-01-01: for counting hours of the day. */
export const localTime = (at: number, zone: string): number => at + offsetAt(at, zone);

/** Hour of the day, 0..23, of an instant in a zone. */
export const localHour = (at: number, zone: string): number =>
  Math.floor((((at + offsetAt(at, zone)) % dayMs) + dayMs) / hourMs) % 24;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Clocks change on a quarter of an hour, everywhere and at any time. */
const quarterMs = hourMs / 4;

const offsets = new Map<string, Map<number, number>>();

/** How far a zone's clocks are ahead of UTC at an instant, in ms. Asked a million times a course: Temporal is too slow. */
function offsetAt(at: number, zone: string): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const day = Math.floor(at / dayMs);
  const steady = known.get(day);
  if (steady !== undefined && !Number.isNaN(steady)) return steady;
  if (steady === undefined) {
    const [first, last] = [askOffset(day * dayMs, zone), askOffset((day + 1) * dayMs - quarterMs, zone)];
    known.set(day, first === last ? first : NaN);
    if (first === last) return first;
  }
  return askOffset(at, zone);
}

const askOffset = (at: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

const dayNumbers = new Map<string, number>();

/** Day number of a YYYY-MM-DD day, which alone is read as UTC. Asked of a few Mondays, by everybody, every week. */
export function dayOf(day: string): number {
  const known = dayNumbers.get(day);
  if (known !== undefined) return known;
  const number = Date.parse(day) / dayMs;
  dayNumbers.set(day, number);
  return number;
}

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });
const startOfDay = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds;
