import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { rebuildTies } from '../ties/rebuild.ts';
import { readFacts, type Course, type CourseFacts } from './facts/course-facts.ts';

/**
 * The facts of a course with the ties they make now, whether or not anything was computed since they came. Nothing is
 * stored: the ties are rebuilt in a transaction that is taken back.
 *
 * @param knownAt as it was known at this instant; as it is known now unless told
 */
export async function factsNow(db: Db, course: Course, knownAt?: Date): Promise<CourseFacts> {
  const tx = await db.startTransaction().execute();
  try {
    if (knownAt) await sql`select set_config('kith.known_at', ${knownAt.toISOString()}, true)`.execute(tx);
    await rebuildTies(tx, course.institutionId, [course.courseId]);
    return await readFacts(tx, course);
  } finally {
    await tx.rollback().execute();
  }
}
