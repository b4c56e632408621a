import { Temporal } from 'temporal-polyfill';
import type { Course, CourseFacts } from './facts/course-facts.ts';

/** A course without an end is taken to be over this many days after the last trace in it; the queue of weeks agrees. */
export const quietDays = 28;

/**
 * The course with the day it is over: the one somebody said, else quiet days after the last trace. Without that, a
 * course of ten years ago would have five hundred weeks in which nobody did anything.
 */
export function withEnd(course: Course, { connections }: Pick<CourseFacts, 'connections'>): Course {
  if (course.endsOn !== null) return course;
  const traces = Object.values(connections).flatMap(({ lastAt }) =>
    lastAt !== null && Number.isFinite(lastAt) ? [lastAt] : [],
  );
  const start = Temporal.PlainDate.from(course.startsOn);
  const days = traces.map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(course.timezone).toPlainDate(),
  );
  const last = days.reduce((latest, day) => (Temporal.PlainDate.compare(day, latest) > 0 ? day : latest), start);
  return { ...course, endsOn: last.add({ days: quietDays }).toString() };
}
