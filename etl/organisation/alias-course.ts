import type { Db } from '@kith/sql/connect.ts';

import { readSource } from '../load/source.ts';
import { BadCourse } from './set-course.ts';

/**
 * Tells what a source calls a course, before that source is loaded. Throws {@link BadCourse} where the source calls
 * another course so, `NoSuchSource` where there is none.
 */
export async function aliasCourse(
  db: Db,
  institutionId: number,
  courseId: number,
  { source, key }: { source: string; key: string },
): Promise<void> {
  const { sourceId } = await readSource(db, institutionId, source);
  await db
    .insertInto('core.courseKey')
    .values({ institutionId, sourceId, key, courseId })
    .onConflict((conflict) => conflict.columns(['institutionId', 'sourceId', 'key']).doNothing())
    .execute();
  const known = await db
    .selectFrom('core.courseKey as key')
    .innerJoin('core.course as course', (join) =>
      join.onRef('course.institutionId', '=', 'key.institutionId').onRef('course.courseId', '=', 'key.courseId'),
    )
    .select(['course.courseId', 'course.title'])
    .where('key.institutionId', '=', institutionId)
    .where('key.sourceId', '=', sourceId)
    .where('key.key', '=', key)
    .executeTakeFirstOrThrow();
  if (known.courseId === courseId) return;
  throw new BadCourse(
    `The source "${source}" has brought facts of "${key}" already, and they belong to "${known.title}".`,
    `kith course set "${known.courseId}" … describes that course; or give both courses the same SIS id in the roster, which makes them one.`,
  );
}
