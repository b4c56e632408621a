import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { computeCourse } from './compute-course.ts';
import { definitionsOf, noteDefinitions } from '../definitions/note.ts';
import { coursesToCompute, noteFailure } from './queue.ts';
import { undisturbed } from './undisturbed.ts';
import { rollUp } from '../roll-up/roll-up.ts';

export interface ComputeOptions {
  /** Only these courses; else those with changed facts, or every course with `all`. */
  readonly courseIds?: readonly number[];
  /** Every week, whether its facts changed or not. */
  readonly all?: boolean;
  readonly now?: Date;
  onCourse?(done: number, total: number): void;
}

export interface ComputeReport {
  readonly courses: number;
  /** Weeks that were computed; those that stood are not among them. */
  readonly weeks: number;
  /** Courses that failed, alone; the others are computed. */
  readonly failed: readonly { readonly courseId: number; readonly message: string }[];
}

/**
 * Ties, scores and course indicators of the courses whose facts changed, from the first week that changed. One
 * transaction a course: a course that fails keeps its old numbers and its place in the queue.
 */
export async function compute(db: Db, institutionId: number, options: ComputeOptions = {}): Promise<ComputeReport> {
  const now = options.now ?? new Date();
  const extent = options.all === true ? 'whole' : 'changed';
  await sql`select ops.refresh_statistics()`.execute(db);
  await noteDefinitions(db, institutionId, definitionsOf(), now);
  const courses = await coursesToCompute(db, institutionId, options);
  const failed: { courseId: number; message: string }[] = [];
  let weeks = 0;
  for (const [index, course] of courses.entries()) {
    try {
      weeks += (await undisturbed(() => computeCourse(db, course, now, undefined, extent))).length;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      failed.push({ courseId: course.courseId, message });
      await noteFailure(db, course, message, now);
    }
    options.onCourse?.(index + 1, courses.length);
  }
  await undisturbed(() => rollUp(db, institutionId, now));
  return { courses: courses.length - failed.length, weeks, failed };
}
