import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/** What was derived for a course, and goes with it. */
const derived = [
  'core.participant',
  'ops.course_access',
  'ops.dirty_week',
  'insight.tie_event',
  'insight.session_stay',
  'insight.ambient_contact',
  'insight.learner_week',
  'insight.course_week',
  'insight.course_immediacy',
  'insight.computation',
] as const;

/** A course that went into another (equal SIS ids) is no more; dates set by hand and grants on it go along. */
export async function removeEmptiedCourses({ db, institutionId }: Merge): Promise<void> {
  const { rows } = await sql`select from load_course_move limit 1`.execute(db);
  if (rows.length === 0) return;
  await sql`
    update core.course as c
    set starts_on = old.starts_on, ends_on = old.ends_on, timezone = coalesce(old.timezone, c.timezone), dates_basis = 'set'
    from load_course_move as m
      join core.course as old on old.institution_id = ${institutionId} and old.course_id = m.old_course_id
    where c.institution_id = ${institutionId} and c.course_id = m.new_course_id and old.dates_basis = 'set'
      and c.dates_basis <> 'set'`.execute(db);
  await sql`
    update ops.access_grant as g set course_id = m.new_course_id
    from load_course_move as m
    where g.institution_id = ${institutionId} and g.course_id = m.old_course_id`.execute(db);
  for (const table of derived) {
    await sql`
      delete from ${sql.table(table)} as d using load_course_move as m
      where d.institution_id = ${institutionId} and d.course_id = m.old_course_id`.execute(db);
  }
  await sql`
    delete from core.course as c using load_course_move as m
    where c.institution_id = ${institutionId} and c.course_id = m.old_course_id`.execute(db);
}
