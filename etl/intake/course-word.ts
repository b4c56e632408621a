import type { Db } from '@kith/sql/connect.ts';

import { ensureSource } from '../load/source.ts';
import { findCourse } from '../load/find-course.ts';
import { addCourse } from '../organisation/set-course.ts';
import type { ParcelPlan } from './parcel-plan.ts';

type Asked = Pick<ParcelPlan, 'courseId' | 'newCourse' | 'connector' | 'source'>;

/**
 * The word by which a load finds the course a steward chose, the same that the command line would be given where there is
 * one: records keep it, and another word would make every row look changed. Undefined: the files name their courses.
 */
export async function courseWord(db: Db, institutionId: number, asked: Asked): Promise<string | undefined> {
  const { courseId, newCourse, connector, source } = asked;
  if (newCourse !== undefined) {
    if ((await findCourse(db, institutionId, newCourse)) === undefined) {
      await addCourse(db, institutionId, newCourse, {});
    }
    return newCourse;
  }
  if (courseId === undefined) return undefined;
  const sourceId = await ensureSource(db, institutionId, { name: source, connector });
  const course = await db
    .selectFrom('core.course')
    .select(['sisId', 'code', 'title'])
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .executeTakeFirstOrThrow();
  const own = await db
    .selectFrom('core.courseKey')
    .select('key')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .where('courseId', '=', courseId)
    .orderBy('key')
    .executeTakeFirst();
  for (const word of [own?.key, course.code, course.sisId, course.title].filter((each) => typeof each === 'string')) {
    if ((await findCourse(db, institutionId, word, sourceId)) === courseId) return word;
  }
  const key = `course ${courseId}`;
  await db.insertInto('core.courseKey').values({ institutionId, sourceId, key, courseId }).execute();
  return key;
}
