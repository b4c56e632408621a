import { sql } from 'kysely';

import { unassignedCourse } from './courses.ts';
import { someIn } from './some-in.ts';
import type { Merge } from './merge.ts';

/**
 * Activity has no ledger but itself, so it moves as it is: out of a course that went into another, and, where its source
 * named no course, to that of its session. Leaves `load_activity_move`.
 */
export async function rehomeActivity(merge: Merge): Promise<void> {
  const { db, institutionId } = merge;
  await sql`
    create temporary table load_activity_move on commit drop as
    select a.*, a.course_id as new_course_id from core.activity as a limit 0`.execute(db);
  if (await someIn(db, 'load_course_move')) {
    await sql`
      insert into load_activity_move
      select a.*, m.new_course_id
      from load_course_move as m
        join core.activity as a on a.institution_id = ${institutionId} and a.course_id = m.old_course_id`.execute(db);
  }
  if (await someIn(db, 'load_parting')) await partActivity(merge);
  if (await findSessions(merge)) await followSessions(merge);
  if (!(await someIn(db, 'load_activity_move'))) return;
  await sql`
    delete from core.activity as a
    using load_activity_move as m
    where a.institution_id = m.institution_id and a.course_id = m.course_id and a.occurred_at = m.occurred_at
      and a.source_id = m.source_id and a.key = m.key`.execute(db);
  await sql`
    insert into core.activity (institution_id, course_id, occurred_at, source_id, key, account_id, verb_id,
      course_inferred, object_type, object_key, session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at)
    select institution_id, new_course_id, occurred_at, source_id, key, account_id, verb_id,
      course_inferred, object_type, object_key, session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at
    from load_activity_move
    on conflict do nothing`.execute(db);
}

/** Activity that takes its course from a session goes where the session went. */
async function followSessions({ db, institutionId }: Merge): Promise<void> {
  await sql`
    insert into load_activity_move
    select a.*, s.course_id
    from load_session as s
      join core.activity as a
        on a.institution_id = ${institutionId} and a.source_id = s.source_id and a.session_key = s.key
        and a.course_inferred and a.course_id <> s.course_id
    where not exists (
      select from load_activity_move as m where m.source_id = a.source_id and m.key = a.key)`.execute(db);
}

/** Leaves `load_session`: the course of every session that came, moved or went with this load; those that went lend none.
 * True: there are some. */
async function findSessions(merge: Merge): Promise<boolean> {
  const { db, institutionId, source } = merge;
  await sql`
    create temporary table load_session on commit drop as
    select ${source.sourceId}::bigint as source_id, s.payload ->> 'key' as key,
      case when not p.deleted then p.course_id end as course_id
    from load_plan as p join staged_record as s on s.position = p.position
    where p.type = 'session' and p.action in ('new', 'changed')
    union
    select m.source_id, s.key, m.course_id
    from load_move as m
      join core.session as s
        on s.institution_id = ${institutionId} and s.course_id = m.course_id and s.session_id = m.fact_id
    where m.type = 'session'
    union
    select s.source_id, s.key, null
    from load_absent as gone
      join core.session as s
        on s.institution_id = ${institutionId} and s.course_id = gone.course_id and s.session_id = gone.fact_id
    where gone.type = 'session'`.execute(db);
  const { rows } = await sql`select from load_session where course_id is null limit 1`.execute(db);
  if (rows.length > 0) {
    const unassigned = await unassignedCourse(merge);
    await sql`update load_session set course_id = ${unassigned}::bigint where course_id is null`.execute(db);
  }
  return someIn(db, 'load_session');
}

/**
 * A key that left the course it shared takes its source's activity along. Where the source has other keys in that
 * course, nobody can tell whose the activity was: it stays.
 */
async function partActivity({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    insert into load_activity_move
    select a.*, named.course_id
    from load_parting as p
      join core.course_key as named
        on named.institution_id = ${institutionId} and named.source_id = ${source.sourceId} and named.key = p.key
      join core.activity as a
        on a.institution_id = ${institutionId} and a.course_id = p.old_course_id and a.source_id = ${source.sourceId}
        and not a.course_inferred
    where a.course_id <> named.course_id
      and not exists (
        select from core.course_key as other
        where other.institution_id = ${institutionId} and other.source_id = ${source.sourceId}
          and other.course_id = p.old_course_id)
      and not exists (select from load_activity_move as m where m.source_id = a.source_id and m.key = a.key)`.execute(
    db,
  );
}
