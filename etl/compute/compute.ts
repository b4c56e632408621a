import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Extent } from './compute-course.ts';
import { ownLane, type Lane } from './lane.ts';
import { processLane } from './process-lane.ts';
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
  /** At most so many processes at once, where there are courses enough; 1 unless told: this one. */
  readonly processes?: number;
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
  let done = 0;
  // One queue for all lanes: who is done takes the next.
  const queue = courses.values();
  const work = async (lane: Lane): Promise<void> => {
    for (const course of queue) {
      try {
        // Not `weeks += await …`, which adds to what it was before the wait, whatever the other lanes did meanwhile.
        const computed = await lane.compute(course);
        weeks += computed;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        failed.push({ courseId: course.courseId, message });
        await noteFailure(db, course, message, now);
      }
      options.onCourse?.((done += 1), courses.length);
    }
  };
  const lanes = lanesFor(courses.length, options.processes ?? 1, db, now, extent);
  try {
    await Promise.all(lanes.map(work));
  } finally {
    for (const lane of lanes) lane.end();
  }
  await undisturbed(() => rollUp(db, institutionId, now));
  return { courses: courses.length - failed.length, weeks, failed };
}

/** A process takes half a second to start: only where each of them finds something to do. */
const coursesAProcess = 4;

function lanesFor(courses: number, processes: number, db: Db, now: Date, extent: Extent): readonly Lane[] {
  const worth = Math.min(processes, Math.floor(courses / coursesAProcess));
  return worth < 2 ? [ownLane(db, now, extent)] : Array.from({ length: worth }, () => processLane(db, now, extent));
}
