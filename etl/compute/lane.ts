import type { Db } from '@kith/sql/connect.ts';
import { computeCourse, type Extent } from './compute-course.ts';
import type { Course } from './facts/course.ts';
import { undisturbed } from './undisturbed.ts';

/** Computes one course after the other. */
export interface Lane {
  /** How many weeks were computed. Rejects where the course failed; the lane goes on with the next. */
  compute(course: Course): Promise<number>;
  end(): void;
}

/** In this process. */
export const ownLane = (db: Db, now: Date, extent: Extent): Lane => ({
  compute: async (course) => (await undisturbed(() => computeCourse(db, course, now, undefined, extent))).length,
  end: () => undefined,
});
