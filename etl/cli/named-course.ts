import type { Db } from '@kith/sql/connect.ts';

import { findCourse } from '../load/find-course.ts';
import { Failure } from './trouble.ts';

/** Refuses a course nobody knows, which would otherwise be made of a typing error. */
export async function existingCourse(db: Db, institutionId: number, word: string, source: string): Promise<void> {
  const known = await db
    .selectFrom('ops.source')
    .select('sourceId')
    .where('institutionId', '=', institutionId)
    .where('name', '=', source)
    .executeTakeFirst();
  if ((await findCourse(db, institutionId, word, known?.sourceId)) !== undefined) return;
  throw new Failure(
    `There is no one course "${word}".`,
    `"kith course list" shows the courses; kith course add "${word}" makes it.`,
  );
}
