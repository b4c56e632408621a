import { rehearsed, type Db } from '@kith/sql/connect.ts';

import { rebuildTies } from '../ties/rebuild.ts';
import { readFacts, type Course, type CourseFacts } from './facts/course-facts.ts';

/**
 * The facts of a course with the ties they make now, whether or not anything was computed since they came. Nothing is
 * stored: the ties are rebuilt in a transaction that is taken back.
 *
 * @param knownAt as it was known at this instant; as it is known now unless told
 */
export const factsNow = (db: Db, course: Course, knownAt?: Date): Promise<CourseFacts> =>
  rehearsed(db, knownAt === undefined ? {} : { 'kith.known_at': knownAt.toISOString() }, async (tx) => {
    await rebuildTies(tx, course);
    return readFacts(tx, course);
  });
