import type { Db } from '@kith/sql/connect.ts';

/**
 * The course a person means by a word on the command line: what the source calls it, else its id in the student
 * information system, its catalogue code, what any other source calls it, or its title. Undefined where nothing fits
 * or two courses do.
 */
export async function findCourse(
  db: Db,
  institutionId: number,
  word: string,
  sourceId?: number,
): Promise<number | undefined> {
  const keys = db.selectFrom('core.courseKey').where('institutionId', '=', institutionId).where('key', '=', word);
  const courses = db
    .selectFrom('core.course')
    .where('institutionId', '=', institutionId)
    .where('kind', '<>', 'unassigned');
  const readings = [
    keys.select('courseId').where('sourceId', '=', sourceId ?? -1),
    courses.select('courseId').where('sisId', '=', word),
    courses.select('courseId').where('code', '=', word),
    keys.select('courseId').distinct(),
    courses.select('courseId').where('title', '=', word),
  ];
  for (const reading of readings) {
    const found = await db.selectFrom(reading.as('found')).select('courseId').limit(2).execute();
    if (found.length === 1) return found[0]!.courseId;
  }
  return undefined;
}
