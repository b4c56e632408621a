import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Included } from '../contract/course.ts';
import { select } from './select.ts';

/** Of how many learners of a week the lists are; null where nobody has chosen not to be part. */
export async function includedIn(
  db: ReadDb,
  courseId: number,
  week: number | undefined,
): Promise<z.output<typeof Included> | null> {
  const [row] = await select<{ learners: number; leftOut: number }>(
    db,
    sql`
      select learners, insight.left_out(course_id, week) as left_out
      from insight.course_week where course_id = ${courseId} and week = ${week ?? null}::int`,
  );
  return row === undefined || row.leftOut === 0 ? null : { included: row.learners - row.leftOut, of: row.learners };
}
