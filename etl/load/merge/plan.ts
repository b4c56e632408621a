import { sql } from 'kysely';

import type { RecordType } from '../../records/record.ts';
import { factTables, factTypes } from './fact-tables.ts';
import type { Merge } from './merge.ts';

/** Draws the id of a version; the names of the sequences are looked up once, not row by row. */
const newFactId = sql`
  case planned.type ${sql.join(
    factTypes.map((type) => {
      const { table, id, keepsTombstone = false } = factTables[type];
      const draw = sql`nextval((select pg_get_serial_sequence(${sql.lit(table)}, ${sql.lit(id)}))::regclass)`;
      return keepsTombstone
        ? sql`when ${sql.lit(type)} then ${draw}`
        : sql`when ${sql.lit(type)} then case when not planned.deleted then ${draw} end`;
    }),
    sql` `,
  )} end`;

/**
 * Compares every staged record with the ledger and leaves `load_plan`, one row a record:
 *
 * - `new`: the key was never seen. `unchanged`: same content. `changed`: another content.
 * - `older`: the source itself says that the stored version is newer, or calls both equally old and the stored one has
 *   the smaller digest, which is what any order of arrival agrees on.
 *
 * A version that will be written has its id, so that ledger and fact can name each other. Courses that are not named, and
 * ids of people and of the organisation, are filled in by later steps.
 *
 * @returns types of which something is new or changed
 */
export async function planRecords({ db, institutionId, source }: Merge): Promise<ReadonlySet<RecordType>> {
  await sql`
    create temporary table load_plan on commit drop as
    select planned.*, c.course_id, case when planned.action in ('new', 'changed') then ${newFactId} end as fact_id
    from (
      select s.position, s.type, s.key, s.course_no, s.parent_type, s.parent_key, s.occurred_at, s.observed_at, s.hash,
        s.deleted, s.file_no, s.line, k.fact_id as old_fact_id, k.course_id as old_course_id, k.occurred_at as old_occurred_at,
        case
          when k.key is null then 'new'
          when k.hash = s.hash and k.is_deleted = s.deleted then 'unchanged'
          when s.observed_at < k.observed_at or (s.observed_at = k.observed_at and s.hash > k.hash) then 'older'
          else 'changed'
        end as action
      from staged_record as s
        left join core.record as k
          on k.institution_id = ${institutionId} and k.source_id = ${source.sourceId}
          and k.type = s.type and k.key = s.key
    ) as planned
      left join load_course as c on c.no = planned.course_no`.execute(db);
  await sql`create unique index on load_plan (position)`.execute(db);
  await sql`analyze load_plan`.execute(db);
  const { rows } = await sql<{ type: RecordType }>`
    select distinct type from load_plan where action in ('new', 'changed')`.execute(db);
  return new Set(rows.map(({ type }) => type));
}

/**
 * Writes the plan into the ledger, after every step has filled in its part. No two merges of an institution run at once
 * (`lockMerge`), so what was new when it was planned is new still; in the order of the keys, as the index has them for
 * each type.
 */
export async function recordPlan({ db, institutionId, source, runId }: Merge): Promise<void> {
  await sql`
    insert into core.record (institution_id, source_id, type, key, fact_id, course_id, course_key, parent_type,
      parent_key, occurred_at, observed_at, hash, is_deleted, run_id)
    select ${institutionId}::bigint, ${source.sourceId}::bigint, p.type, p.key, p.fact_id, p.course_id, c.key,
      p.parent_type, p.parent_key, p.occurred_at, p.observed_at, p.hash, p.deleted, ${runId}::bigint
    from load_plan as p
      left join load_course as c on c.no = p.course_no
    where p.action = 'new'
    order by p.key`.execute(db);
  await writeChanged({ db, institutionId, source, runId });
  const { rows: seenAgain } = await sql`
    select from load_plan where action = 'unchanged' and observed_at is not null limit 1`.execute(db);
  if (seenAgain.length === 0) return;
  // The same content, seen again later: what was said in between is older now.
  await sql`
    update core.record as k set observed_at = p.observed_at
    from load_plan as p
    where k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.type = p.type and k.key = p.key
      and p.action = 'unchanged' and p.observed_at is not null
      and (k.observed_at is null or k.observed_at < p.observed_at)`.execute(db);
}

async function writeChanged({
  db,
  institutionId,
  source,
  runId,
}: Pick<Merge, 'db' | 'institutionId' | 'source' | 'runId'>) {
  const { rows } = await sql`select from load_plan where action = 'changed' limit 1`.execute(db);
  if (rows.length === 0) return;
  await sql`
    update core.record as k set fact_id = p.fact_id, course_id = p.course_id, course_key = c.key,
      parent_type = p.parent_type, parent_key = p.parent_key, occurred_at = p.occurred_at, observed_at = p.observed_at,
      hash = p.hash, is_deleted = p.deleted, run_id = ${runId}::bigint
    from load_plan as p
      left join load_course as c on c.no = p.course_no
    where p.action = 'changed' and k.institution_id = ${institutionId} and k.source_id = ${source.sourceId}
      and k.type = p.type and k.key = p.key`.execute(db);
}
