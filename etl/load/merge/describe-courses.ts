import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/** First word of the sources about a field, in the order in which the sources were configured. */
const said = (field: string) =>
  sql`(array_agg(k.said ->> ${sql.lit(field)} order by k.source_id, k.key) filter (where k.said ->> ${sql.lit(field)} is not null))[1]`;

/** What a person said of the course stands, whatever a source says (`kith course set`). */
const byHand = (field: string) => sql`coalesce(c.settings -> 'byHand' ? ${sql.lit(field)}, false)`;

/**
 * Describes anew the courses whose records, unit or term changed with this load, from what all their sources say: the
 * one that was configured first speaks first. A course set by hand keeps its dates and zone. Leaves `load_redescribed`:
 * courses that now have other weeks, or another place in the tree.
 */
export async function describeCourses(merge: Merge): Promise<void> {
  const { db, institutionId } = merge;
  await findDescribed(merge);
  await sql`
    create temporary table load_before on commit drop as
    select c.course_id, ${weeksAndPlace} as weeks_and_place
    from load_described as d join core.course as c on c.institution_id = ${institutionId} and c.course_id = d.course_id`.execute(
    db,
  );
  await sql`
    update core.course as c
    set title = case when ${byHand('title')} then c.title else coalesce(d.title, d.first_key) end,
      unit_id = case when ${byHand('unit')} then c.unit_id else u.unit_id end,
      term_id = case when ${byHand('term')} then c.term_id else t.term_id end,
      code = case when ${byHand('code')} then c.code else d.code end, sis_id = d.sis_id, kind = coalesce(d.kind, 'course'), parent_course_id = parent.course_id,
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
  await sql`
    create temporary table load_redescribed on commit drop as
    select c.course_id
    from load_before as b join core.course as c on c.institution_id = ${institutionId} and c.course_id = b.course_id
    where ${weeksAndPlace} <> b.weeks_and_place`.execute(db);
}

const weeksAndPlace = sql`row(c.starts_on, c.ends_on, c.timezone, c.kind, c.unit_id, c.parent_course_id)::text`;

async function findDescribed({ db, institutionId }: Merge): Promise<void> {
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
        or said.said ->> 'unit' in (select key from load_organisation where type = 'unit')
        or said.said ->> 'term' in (select key from load_organisation where type = 'term')
        or said.said ->> 'parent' in (select key from load_course where is_new)))
    group by k.course_id`.execute(db);
}
