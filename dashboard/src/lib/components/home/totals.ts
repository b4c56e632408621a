import type { CourseCard } from '../../api/types.ts';
import { cannotTell, standingOut } from '../course/standing-out.ts';

/** What the reader's courses come to. A person in two courses counts in both: the sentence is about places, not heads. */
export interface Totals {
  /** Courses whose counts the reader may see; the sums below are theirs. */
  readonly known: number;
  readonly learners: number;
  readonly standingOut: number;
  readonly cannotTell: number;
  /** People who are seldom here, in courses that show presence only. Never added to `standingOut`. */
  readonly seldomHere: number;
}

export function totals(courses: readonly CourseCard[]): Totals {
  const sum = (of: (course: CourseCard) => number) => courses.reduce((total, course) => total + of(course), 0);
  const upper = (course: CourseCard) => (course.counts === null ? 0 : standingOut(course.counts.byBand));
  const presenceOnly = (course: CourseCard) => course.notices.includes('presence_signal_only');
  return {
    known: sum(({ counts }) => (counts === null ? 0 : 1)),
    learners: sum(({ counts }) => counts?.learners ?? 0),
    standingOut: sum((course) => (presenceOnly(course) ? 0 : upper(course))),
    seldomHere: sum((course) => (presenceOnly(course) ? upper(course) : 0)),
    cannotTell: sum(({ counts }) => (counts === null ? 0 : cannotTell(counts))),
  };
}
