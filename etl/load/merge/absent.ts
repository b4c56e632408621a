import { sql } from 'kysely';

import { factTables, factTypes } from './fact-tables.ts';
import type { Merge } from './merge.ts';

/** A full load would take away more than it may. The merge is rolled back, and a steward decides. */
export class TooMuchWouldVanish extends Error {
  constructor(type: string, absent: number, known: number) {
    super(
      `${absent} of the ${known} ${type} records that are known for these courses are absent from this full load. ` +
        'If they are really gone, take it with "kith runs accept"; if the file is only a part, load it with --mode delta.',
    );
    this.name = 'TooMuchWouldVanish';
  }
}

/**
 * Mode `full`: what the load does not name is gone. That goes for the types and courses it does name; people, courses
 * and the organisation stay, because an export of one course names only its own.
 *
 * @returns records that are gone
 * @throws TooMuchWouldVanish above `vanishedShare` of the records of one type; 1 switches the guard off
 */
export async function removeAbsent(merge: Merge, vanishedShare: number): Promise<number> {
  const { db } = merge;
  await sql`
    create temporary table load_absent
      (type text, key uuid, fact_id bigint, course_id bigint, occurred_at timestamptz) on commit drop`.execute(db);
  await sql`
    create temporary table load_absent_activity
      (course_id bigint, occurred_at timestamptz, key uuid) on commit drop`.execute(db);
  if (merge.mode !== 'full') return 0;
  await findScope(merge);
  await guard(merge, vanishedShare);
  const records = await supersedeAbsent(merge);
  return records + (await removeAbsentActivity(merge, vanishedShare));
}

/** Leaves `load_scope`: what is known of the types and courses of this load. */
async function findScope({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    create temporary table load_scope on commit drop as
    select k.type, k.key, k.fact_id, k.course_id, k.occurred_at, p.position is null as is_absent
    from core.record as k
      left join load_plan as p on p.type = k.type and p.key = k.key
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and not k.is_deleted
      and k.type in (select distinct type from load_plan)
      and k.type = any (${factTypes}::text[])
      and (k.course_id is null or k.course_id in (select course_id from load_plan union select course_id from load_course))
      and (p.action is null or p.action <> 'new')`.execute(db);
}

async function guard({ db }: Merge, vanishedShare: number): Promise<void> {
  const { rows } = await sql<{ type: string; absent: number; known: number }>`
    select type, count(*) filter (where is_absent) as absent, count(*) as known
    from load_scope group by type order by type`.execute(db);
  for (const { type, absent, known } of rows) {
    if (absent > vanishedShare * known) throw new TooMuchWouldVanish(type, absent, known);
  }
}

async function supersedeAbsent({ db, institutionId, source, runId, visibleAt }: Merge): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into load_absent (type, key, fact_id, course_id, occurred_at)
    select type, key, fact_id, course_id, occurred_at from load_scope where is_absent`.execute(db);
  if (numAffectedRows === 0n) return 0;
  for (const type of factTypes) {
    const { table, id, inCourse = true } = factTables[type];
    await sql`
      update ${sql.raw(table)} as f set superseded_at = ${visibleAt}::timestamptz
      from load_absent as a
      where a.type = ${type} and f.institution_id = ${institutionId}
        ${inCourse ? sql`and f.course_id = a.course_id` : sql``}
        and f.${sql.raw(id)} = a.fact_id and f.superseded_at is null`.execute(db);
  }
  await sql`
    update core.record as k
    set is_deleted = true, fact_id = null, observed_at = null, run_id = ${runId}::bigint
    from load_absent as a
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.type = a.type
      and k.key = a.key`.execute(db);
  return Number(numAffectedRows);
}

async function removeAbsentActivity(merge: Merge, vanishedShare: number): Promise<number> {
  const { db, institutionId, source, visibleAt, runId } = merge;
  const { rows } = await sql<{ absent: number; known: number }>`
    with
      scope as (
        select a.course_id, a.occurred_at, a.key, s.key is null as is_absent
        from core.activity as a
          left join staged_activity as s on s.key = a.key
        where a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.superseded_at is null
          and a.run_id <> ${runId} and exists (select from staged_activity)
          and a.course_id in (select course_id from load_plan union select course_id from load_course)
      ),
      absent as (
        insert into load_absent_activity (course_id, occurred_at, key)
        select course_id, occurred_at, key from scope where is_absent
      )
    select count(*) filter (where is_absent) as absent, count(*) as known from scope`.execute(db);
  const { absent = 0, known = 0 } = rows[0] ?? {};
  if (absent > vanishedShare * known) throw new TooMuchWouldVanish('activity', absent, known);
  await sql`
    update core.activity as a set superseded_at = ${visibleAt}::timestamptz
    from load_absent_activity as gone
    where a.institution_id = ${institutionId} and a.source_id = ${source.sourceId}
      and a.course_id = gone.course_id and a.occurred_at = gone.occurred_at and a.key = gone.key`.execute(db);
  return absent;
}
