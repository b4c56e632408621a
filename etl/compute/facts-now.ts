import type { Db } from '@kith/sql/connect.ts';

import { rebuildTies } from '../ties/rebuild.ts';
import { readFacts, type Course, type CourseFacts } from './facts/course-facts.ts';

/**
 * The facts of a course with the ties they make now, whether or not anything was computed since they came. Nothing is
 * stored: the ties are rebuilt in a transaction that is taken back.
 */
export async function factsNow(db: Db, course: Course): Promise<CourseFacts> {
  const tx = await db.startTransaction().execute();
  try {
    await rebuildTies(tx, course.institutionId, [course.courseId]);
    return await readFacts(tx, course);
  } finally {
    await tx.rollback().execute();
  }
}
