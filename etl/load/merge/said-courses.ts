import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/**
 * Applies the course records of the load. What each source says stays with its key. Equal SIS ids are one course; the
 * oldest stays, and `load_course_move` says which course went into which.
 */
export async function applySaidCourses(merge: Merge): Promise<void> {
  await keepWhatIsSaid(merge);
  await parts(merge);
  await joinBySis(merge);
}

async function keepWhatIsSaid({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    create temporary table load_said on commit drop as
    select c.key, k.course_id, k.sis_id as old_sis_id, c.said, c.said ->> 'sisId' as sis_id
    from (
      select s.payload ->> 'key' as key, case when not p.deleted then s.payload end as said
      from load_plan as p
        join staged_record as s on s.position = p.position
      where p.type = 'course' and p.action in ('new', 'changed')
    ) as c
      join core.course_key as k
        on k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = c.key`.execute(db);
  await sql`
    update core.course_key as k set said = s.said, sis_id = s.sis_id
    from load_said as s
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = s.key`.execute(db);
}

/** A key whose SIS id changed, or was taken back, leaves the course it shared with other keys. */
async function parts({ db, institutionId, source, visibleAt }: Merge): Promise<void> {
  await sql`
    create temporary table load_parting on commit drop as
    select s.key, s.course_id as old_course_id, nextval(pg_get_serial_sequence('core.course', 'course_id')) as course_id
    from load_said as s
    where s.old_sis_id is not null and s.old_sis_id is distinct from s.sis_id
      and exists (
        select from core.course_key as other
        where other.institution_id = ${institutionId} and other.course_id = s.course_id
          and other.sis_id is distinct from s.sis_id)`.execute(db);
  await sql`
    insert into core.course (institution_id, course_id, kind, title, dates_basis, settings, created_at)
      overriding system value
    select ${institutionId}::bigint, course_id, 'course', key, 'unknown', '{}'::jsonb, ${visibleAt}::timestamptz
    from load_parting`.execute(db);
  await sql`
    update core.course_key as k set course_id = p.course_id
    from load_parting as p
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = p.key`.execute(db);
}

async function joinBySis({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    create temporary table load_course_move on commit drop as
    select distinct k.course_id as old_course_id, same.course_id as new_course_id
    from core.course_key as k
      join (
        select sis_id, min(course_id) as course_id
        from core.course_key
        where institution_id = ${institutionId} and sis_id in (select sis_id from load_said)
        group by sis_id
      ) as same on same.sis_id = k.sis_id
    where k.institution_id = ${institutionId} and k.course_id <> same.course_id`.execute(db);
  await sql`
    update core.course_key as k set course_id = m.new_course_id
    from load_course_move as m
    where k.institution_id = ${institutionId} and k.course_id = m.old_course_id`.execute(db);
  await sql`
    update load_course as c set course_id = k.course_id
    from core.course_key as k
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = c.key
      and k.course_id <> c.course_id`.execute(db);
  await sql`
    update load_plan as p set fact_id = c.course_id
    from staged_record as s join load_course as c on c.key = s.payload ->> 'key'
    where p.type = 'course' and s.position = p.position`.execute(db);
}
