import { dayOf, localDay, type CourseWeek } from '../calendar.ts';
import { daysWithin } from '../facts/active-days.ts';
import type { Member } from '../facts/members.ts';

/** Course-local last day (Sunday) of a week, as a day number. */
export const lastDayOf = (week: CourseWeek): number => dayOf(week.monday) + 6;

/**
 * S28: whole days from the last active day, else from enrolment or the course start, to the last day of the week. Days
 * of a week whose log was not written do not count: nobody could be seen in them.
 */
export function recencyDays(
  member: Member,
  days: readonly number[] | undefined,
  week: CourseWeek,
  courseStart: number,
  zone: string,
  unlogged: readonly CourseWeek[] = [],
): number {
  const last = lastDayOf(week);
  const enrolled = member.learner?.from ?? -Infinity;
  const since =
    (days ?? []).findLast((day) => day <= last) ??
    (Number.isFinite(enrolled) ? Math.max(localDay(enrolled, zone), courseStart) : courseStart);
  const unseen = unlogged.map((out) => Math.max(0, lastDayOf(out) - Math.max(since, dayOf(out.monday) - 1)));
  return last - since - unseen.reduce((sum, own) => sum + own, 0);
}

/** Active days (0..7) of every complete week since enrolment, oldest first. Complete: enrolled at or before its first instant. */
export function weeklyActiveDays(
  member: Member,
  days: readonly number[] | undefined,
  weeks: readonly CourseWeek[],
): readonly number[] {
  return completeWeeks(member, weeks).map((week) => daysWithin(days, dayOf(week.monday), lastDayOf(week)));
}

export function completeWeeks(member: Member, weeks: readonly CourseWeek[]): readonly CourseWeek[] {
  const from = member.learner?.from ?? Infinity;
  return weeks.filter((week) => from <= week.start);
}

/** At least one active day among the 14 that end on the last day of the week (§9.2.2). */
export function activeLast14(days: readonly number[] | undefined, week: CourseWeek): boolean {
  const last = lastDayOf(week);
  return daysWithin(days, last - 13, last) > 0;
}
