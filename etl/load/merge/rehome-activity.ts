import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/**
 * Activity has no ledger but itself, so it moves as it is: out of a course that went into another, and out of
 * "unassigned" once its session is known. Leaves `load_activity_move`.
 */
export async function rehomeActivity({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    create temporary table load_activity_move on commit drop as
    select a.*, m.new_course_id
    from load_course_move as m
      join core.activity as a on a.institution_id = ${institutionId} and a.course_id = m.old_course_id`.execute(db);
  await sql`
    insert into load_activity_move
    select a.*, session.course_id
    from core.course as unassigned
      join core.activity as a
        on a.institution_id = unassigned.institution_id and a.course_id = unassigned.course_id
      join core.session as session
        on session.institution_id = a.institution_id and session.source_id = a.source_id
        and session.key = a.session_key and session.superseded_at is null and session.course_id <> a.course_id
    where unassigned.institution_id = ${institutionId} and unassigned.kind = 'unassigned'
      and a.source_id = ${source.sourceId} and a.session_key is not null
      and exists (
        select from load_plan where type = 'session' and action in ('new', 'changed')
        union all
        select from load_move where type = 'session')`.execute(db);
  await sql`
    delete from core.activity as a
    using load_activity_move as m
    where a.institution_id = m.institution_id and a.course_id = m.course_id and a.occurred_at = m.occurred_at
      and a.source_id = m.source_id and a.key = m.key`.execute(db);
  await sql`
    insert into core.activity (institution_id, course_id, occurred_at, source_id, key, account_id, verb_id, object_type,
      object_key, session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at)
    select institution_id, new_course_id, occurred_at, source_id, key, account_id, verb_id, object_type,
      object_key, session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at
    from load_activity_move
    on conflict do nothing`.execute(db);
}
