import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/**
 * Applies the course records of the load. What each source says stays with its key, and the course is made of that:
 * the source that was configured first speaks first. Equal SIS ids are one course; the oldest stays, and
 * `load_course_move` says which course went into which.
 */
export async function applySaidCourses(merge: Merge): Promise<void> {
  await keepWhatIsSaid(merge);
  await parts(merge);
  await joinBySis(merge);
  await describeCourses(merge);
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

/** First word of the sources about a field, in the order in which the sources were configured. */
const said = (field: string) =>
  sql`(array_agg(k.said ->> ${sql.lit(field)} order by k.source_id, k.key) filter (where k.said ->> ${sql.lit(field)} is not null))[1]`;

/** What a person said of the course stands, whatever a source says (`kith course set`). */
const byHand = (field: string) => sql`coalesce(c.settings -> 'byHand' ? ${sql.lit(field)}, false)`;

/** Courses whose records, unit or term changed with this load are described anew. A course set by hand keeps its dates and zone. */
async function describeCourses({ db, institutionId }: Merge): Promise<void> {
  await sql`
    create temporary table load_described on commit drop as
    select k.course_id, ${said('title')} as title,
      (array_agg(k.key order by k.source_id, k.key))[1] as first_key, ${said('code')} as code, ${said('sisId')} as sis_id,
      ${said('kind')} as kind, (${said('startsOn')})::date as starts_on, (${said('endsOn')})::date as ends_on,
      ${said('timezone')} as timezone, ${said('delivery')} as delivery, ${said('url')} as url,
      ${said('unit')} as unit_key, ${said('term')} as term_key, ${said('parent')} as parent_key,
      min(k.source_id) filter (where k.said ->> 'parent' is not null) as parent_source_id
    from core.course_key as k
    where k.institution_id = ${institutionId} and k.course_id in (
      select said.course_id from core.course_key as said
      where said.institution_id = ${institutionId} and (
        said.key in (select key from load_said) or said.course_id in (select course_id from load_said)
        or said.said ->> 'unit' in (select u.payload ->> 'key' from staged_record as u where u.type = 'unit')
        or said.said ->> 'term' in (select t.payload ->> 'key' from staged_record as t where t.type = 'term')
        or said.said ->> 'parent' in (select key from load_course)))
    group by k.course_id`.execute(db);
  await sql`
    update core.course as c
    set title = case when ${byHand('title')} then c.title else coalesce(d.title, d.first_key) end,
      unit_id = case when ${byHand('unit')} then c.unit_id else u.unit_id end,
      term_id = case when ${byHand('term')} then c.term_id else t.term_id end,
      code = d.code, sis_id = d.sis_id, kind = coalesce(d.kind, 'course'), parent_course_id = parent.course_id,
      delivery = d.delivery, url = d.url,
      timezone = case when c.dates_basis = 'set' then coalesce(c.timezone, d.timezone) else d.timezone end,
      starts_on = case
        when c.dates_basis = 'set' then c.starts_on
        else coalesce(d.starts_on, t.starts_on, case when c.dates_basis = 'assumed' then c.starts_on end) end,
      ends_on = case when c.dates_basis = 'set' then c.ends_on else coalesce(d.ends_on, t.ends_on) end,
      dates_basis = case
        when c.dates_basis = 'set' then 'set'
        when coalesce(d.starts_on, t.starts_on) is not null then 'roster'
        when c.dates_basis = 'assumed' then 'assumed'
        else 'unknown' end
    from load_described as d
      left join core.unit as u on u.institution_id = ${institutionId} and u.key = d.unit_key
      left join core.term as t on t.institution_id = ${institutionId} and t.key = d.term_key
      left join core.course_key as parent
        on parent.institution_id = ${institutionId} and parent.source_id = d.parent_source_id
        and parent.key = d.parent_key and parent.course_id <> d.course_id
    where c.institution_id = ${institutionId} and c.course_id = d.course_id`.execute(db);
}
