import { sql } from 'kysely';

import { factTables, isFactType } from './fact-tables.ts';
import type { RecordType } from '../../records/record.ts';
import type { FactType } from './fact-table.ts';
import type { Merge } from './merge.ts';
import { someIn } from './some-in.ts';

/**
 * Facts that arrived before what tells their course move there now: those of a course that turned out to be another
 * (equal SIS ids), and those whose post, session, space or group came with this load. A move supersedes the version in
 * the old course and writes the same one in the new. Leaves `load_move`.
 */
export async function rehome(merge: Merge): Promise<void> {
  const { db } = merge;
  await sql`
    create temporary table load_move on commit drop as
    select k.source_id, k.type, k.key, k.fact_id as old_fact_id, null::bigint as fact_id, k.course_id as old_course_id,
      k.course_id, k.occurred_at
    from core.record as k limit 0`.execute(db);
  if ((await someIn(db, 'load_course_move')) || (await someIn(db, 'load_parting'))) {
    await leaveBehind(merge);
    await moveLedger(merge);
  }
  while ((await someCouldFollow(merge)) && (await followParents(merge))) await moveLedger(merge);
  const { rows } = await sql<{ type: RecordType }>`
    select distinct type from load_move where old_fact_id is not null`.execute(db);
  for (const { type } of rows) if (isFactType(type)) await moveFacts(merge, type);
}

/** Records that name their course by a key which stands for another course now. */
async function leaveBehind({ db, institutionId }: Merge): Promise<void> {
  await sql`
    insert into load_move (source_id, type, key, old_fact_id, old_course_id, course_id, occurred_at)
    select k.source_id, k.type, k.key, k.fact_id, k.course_id, named.course_id, k.occurred_at
    from (select old_course_id from load_course_move union select old_course_id from load_parting) as left_behind
      join core.record as k on k.institution_id = ${institutionId} and k.course_id = left_behind.old_course_id
      join core.course_key as named
        on named.institution_id = ${institutionId} and named.source_id = k.source_id and named.key = k.course_key
    where named.course_id <> k.course_id`.execute(db);
}

async function moveLedger({ db, institutionId }: Merge): Promise<void> {
  await sql`
    update core.record as k set course_id = m.course_id
    from load_move as m
    where k.institution_id = ${institutionId} and k.source_id = m.source_id and k.type = m.type and k.key = m.key
      and k.course_id is distinct from m.course_id`.execute(db);
}

/**
 * A record that names no course is where its parent is, or waits in the course "unassigned" until the parent comes. Where
 * nothing waits there and no parent has moved, a ledger of millions need not be asked about every record of the load.
 */
async function someCouldFollow({ db, institutionId }: Merge): Promise<boolean> {
  const { rows } = await sql`
    select where exists (select from load_move)
      or exists (select from core.course where institution_id = ${institutionId} and kind = 'unassigned')
      or exists (select from load_plan where action = 'changed' and course_id is distinct from old_course_id)`.execute(
    db,
  );
  return rows.length > 0;
}

/** Children of what came or moved with this load, one generation at a time. True: there were some. */
async function followParents({ db, institutionId, source }: Merge): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into load_move (source_id, type, key, old_fact_id, old_course_id, course_id, occurred_at)
    select k.source_id, k.type, k.key, k.fact_id, k.course_id, parent.course_id, k.occurred_at
    from (
      select ${source.sourceId}::bigint as source_id, type, key from load_plan where action in ('new', 'changed')
      union
      select source_id, type, key from load_move
    ) as came
      join core.record as parent
        on parent.institution_id = ${institutionId} and parent.source_id = came.source_id
        and parent.type = came.type and parent.key = came.key
      join core.record as k
        on k.institution_id = ${institutionId} and k.source_id = came.source_id
        and k.parent_type = came.type and k.parent_key = came.key
    where k.course_key is null and k.course_id <> parent.course_id
      and not exists (
        select from load_move as m where m.source_id = k.source_id and m.type = k.type and m.key = k.key)`.execute(db);
  return numAffectedRows > 0n;
}

async function moveFacts({ db, institutionId, runId, visibleAt }: Merge, type: FactType): Promise<void> {
  const { table, id, columns } = factTables[type];
  const names = Object.keys(columns).join(', ');
  const values = Object.keys(columns)
    .map((name) => `f.${name}`)
    .join(', ');
  await sql`
    update load_move set fact_id = nextval(pg_get_serial_sequence(${table}, ${id}))
    where type = ${type} and old_fact_id is not null`.execute(db);
  await sql`
    update ${sql.raw(table)} as f set superseded_at = ${visibleAt}::timestamptz
    from load_move as m
    where m.type = ${type} and f.institution_id = ${institutionId} and f.course_id = m.old_course_id
      and f.${sql.raw(id)} = m.old_fact_id and f.superseded_at is null`.execute(db);
  await sql`
    insert into ${sql.raw(table)} (institution_id, course_id, ${sql.raw(id)}, source_id, run_id, ingested_at,
      ${sql.raw(names)}) overriding system value
    select f.institution_id, m.course_id, m.fact_id, f.source_id, ${runId}::bigint, ${visibleAt}::timestamptz,
      ${sql.raw(values)}
    from load_move as m
      join ${sql.raw(table)} as f
        on f.institution_id = ${institutionId} and f.course_id = m.old_course_id and f.${sql.raw(id)} = m.old_fact_id
    where m.type = ${type}`.execute(db);
  await sql`
    update core.record as k set fact_id = m.fact_id
    from load_move as m
    where k.institution_id = ${institutionId} and k.source_id = m.source_id and k.type = m.type and k.key = m.key
      and m.type = ${type}`.execute(db);
}
