import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { unassignedCourse } from './courses.ts';
import type { Merge } from './merge.ts';
import { someIn } from './some-in.ts';

/**
 * Adds the activity of the load to its ledger, and leaves `load_known`: what of it was there already, and whether it
 * moves or is replaced. A row that was loaded without a course moves to the course that names it now; a full load says
 * how things are now, so another content takes the place of the old one.
 */
export async function addActivity(merge: Merge): Promise<void> {
  const { db, mode } = merge;
  await sql`
    create temporary table load_known on commit drop as
    select k.*, k.course_inferred and s.course_no is not null as moved,
      ${mode}::text = 'full' and (s.hash <> k.hash or k.superseded_at is not null) as replaced
    from staged_known as k
      join staged_activity as s on s.key = k.key`.execute(db);
  if (!(await someIn(db, 'staged_activity'))) return;
  await sql`create index on load_known (key)`.execute(db);
  await sql`analyze load_known`.execute(db);
  const unassigned = await unassignedIfNeeded(merge);
  await takeAway(merge);
  await insertActivity(merge, unassigned);
}

/** Rows that stand elsewhere, or say something else, when this load is done. Named first: there are few, and of a long log. */
async function takeAway({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    create temporary table load_leaving on commit drop as
    select course_id, occurred_at, key from load_known where moved or replaced`.execute(db);
  if (!(await someIn(db, 'load_leaving'))) return;
  await sql`analyze load_leaving`.execute(db);
  await sql`
    delete from core.activity as a
    using load_leaving as k
    where a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.course_id = k.course_id
      and a.occurred_at = k.occurred_at and a.key = k.key`.execute(db);
}

/**
 * Makes the monthly partitions that are missing. A new partition locks all readers of activity out until its
 * transaction ends: called in a short one of its own before the merge, it leaves the merge nothing to do.
 */
export async function makeMonths(db: Db): Promise<void> {
  await sql`
    select ops.ensure_activity_months(month::date, month::date)
    from (select min(occurred_at) as first, max(occurred_at) as last from staged_activity) as span,
      lateral generate_series(date_trunc('month', span.first), span.last, interval '1 month') as month
    where to_regclass('core.activity_' || to_char(month, 'YYYY_MM')) is null
      and exists (
        select from staged_activity as s where s.occurred_at >= month and s.occurred_at < month + interval '1 month')
    order by month`.execute(db);
}

/** Undefined where every row names its course. */
async function unassignedIfNeeded(merge: Merge): Promise<number | undefined> {
  const { rows } = await sql`
    select from staged_activity where course_no is null
    union all
    select from core.course where institution_id = ${merge.institutionId} and kind = 'unassigned'
    limit 1`.execute(merge.db);
  return rows.length === 0 ? undefined : unassignedCourse(merge);
}

async function insertActivity(merge: Merge, unassigned: number | undefined): Promise<void> {
  const { db, institutionId, source, runId, visibleAt } = merge;
  await sql`
    insert into core.activity (institution_id, course_id, occurred_at, source_id, key, account_id, verb_id,
      course_inferred, object_type, object_key, session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at)
    select ${institutionId}::bigint, coalesce(c.course_id, session.course_id, ${unassigned ?? null}::bigint),
      s.occurred_at, ${source.sourceId}::bigint, s.key, p.account_id, s.verb_id, s.course_no is null, s.object_type, s.object_key, s.session,
      s.duration_s, s.count, s.clicks, s.hash, ${runId}::bigint, ${visibleAt}::timestamptz,
      case when voided.key is not null then ${visibleAt}::timestamptz end
    from staged_activity as s
      join load_person as p on p.no = s.person_no
      left join load_course as c on c.no = s.course_no
      left join core.record as session
        on session.institution_id = ${institutionId} and session.source_id = ${source.sourceId}
        and session.type = 'session' and session.key = s.session_key and not session.is_deleted
      left join core.voided_activity as voided
        on voided.institution_id = ${institutionId} and voided.source_id = ${source.sourceId} and voided.key = s.key
      left join load_known as k on k.key = s.key
    where k.key is null or k.moved or k.replaced`.execute(db);
}

/** Voids may come before or after what they void: they are kept, and leave `load_voided` for the count. */
export async function voidActivity({ db, institutionId, source, runId, visibleAt }: Merge): Promise<void> {
  await sql`
    create temporary table load_voided on commit drop as
    select s.file_no, s.line, s.key, k.key is null as is_new
    from staged_voided as s
      left join core.voided_activity as k
        on k.institution_id = ${institutionId} and k.source_id = ${source.sourceId} and k.key = s.key`.execute(db);
  if (!(await someIn(db, 'load_voided'))) return;
  await sql`
    insert into core.voided_activity (institution_id, source_id, key, run_id, ingested_at)
    select distinct ${institutionId}::bigint, ${source.sourceId}::bigint, key, ${runId}::bigint, ${visibleAt}::timestamptz
    from load_voided where is_new
    on conflict (institution_id, source_id, key) do nothing`.execute(db);
  await sql`
    update core.activity as a set superseded_at = ${visibleAt}::timestamptz
    from load_voided as v
    where a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.key = v.key
      and a.superseded_at is null`.execute(db);
}
