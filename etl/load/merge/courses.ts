import { sql } from 'kysely';

import { findCourse } from '../find-course.ts';
import type { Merge } from './merge.ts';

/**
 * Gives every course key of the load a course, and leaves `load_course`: the course of every number. A key that no
 * course record ever named makes a course of that title, so that no fact waits for the roster.
 */
export async function meetCourses(merge: Merge): Promise<void> {
  const { db, institutionId, source, visibleAt } = merge;
  await aliasNamedCourse(merge);
  await sql`
    create temporary table load_course on commit drop as
    select s.no, s.key, k.course_id, k.course_id is null as is_new
    from staged_course as s
      left join core.course_key as k
        on k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = s.key`.execute(db);
  await sql`
    update load_course set course_id = nextval(pg_get_serial_sequence('core.course', 'course_id')) where is_new`.execute(
    db,
  );
  await sql`
    insert into core.course (institution_id, course_id, kind, title, dates_basis, settings, created_at)
      overriding system value
    select ${institutionId}::bigint, course_id, 'course', key, 'unknown', '{}'::jsonb, ${visibleAt}::timestamptz
    from load_course where is_new`.execute(db);
  await sql`
    insert into core.course_key (institution_id, source_id, key, course_id)
    select ${institutionId}::bigint, ${source.sourceId}::bigint, key, course_id
    from load_course where is_new`.execute(db);
  await sql`create unique index on load_course (no)`.execute(db);
  await sql`analyze load_course`.execute(db);
}

/** `--course` may name a course that another source, or a person, brought: then this source's key is one more of its names. */
async function aliasNamedCourse({ db, institutionId, source, course }: Merge): Promise<void> {
  if (course === undefined) return;
  const known = await findCourse(db, institutionId, course, source.sourceId);
  if (known === undefined) return;
  await db
    .insertInto('core.courseKey')
    .values({ institutionId, sourceId: source.sourceId, key: course, courseId: known })
    .onConflict((conflict) => conflict.columns(['institutionId', 'sourceId', 'key']).doNothing())
    .execute();
}

/** The institution's course for facts of no known course; made when the first of them arrives. */
export async function unassignedCourse({ db, institutionId, visibleAt }: Merge): Promise<number> {
  const find = db
    .selectFrom('core.course')
    .select('courseId')
    .where('institutionId', '=', institutionId)
    .where('kind', '=', 'unassigned');
  const known = await find.executeTakeFirst();
  if (known) return known.courseId;
  const made = await db
    .insertInto('core.course')
    .values({
      institutionId,
      kind: 'unassigned',
      title: 'Unassigned',
      datesBasis: 'unknown',
      settings: '{}',
      createdAt: visibleAt,
    })
    .returning('courseId')
    .executeTakeFirstOrThrow();
  return made.courseId;
}
