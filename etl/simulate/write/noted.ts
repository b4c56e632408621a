import type { Course } from '../course.ts';
import type { LiveSession } from '../live.ts';
import type { Contribution, PulseAnswer, Review } from '../tutoring.ts';

/** What happened in one course that no system records. */
export interface Noted {
  readonly course: Course;
  readonly sessions: readonly LiveSession[];
  readonly contributions: readonly Contribution[];
  readonly pulse: readonly PulseAnswer[];
  readonly reviews: readonly Review[];
}
