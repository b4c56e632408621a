import { sql } from 'kysely';

import type { Db } from '@kith/sql/connect.ts';

import type { OpenRun } from './run.ts';
import type { Mode } from './request.ts';

/** What `verdict` says of a staged row that takes no part in the merge; also its rank when rows are counted. */
export const verdicts = { repeated: 1, refused: 4 } as const;

/**
 * Leaves one row a key. Of equal rows the first stays. Of different ones the newest by `observedAt` stays, else the one
 * with the smallest digest, so that any order of the rows gives the same tables; the others are refused, unless they are
 * only older versions. Then the ledger of activity is asked what it knows: the same key with another content is refused.
 *
 * The stage is open, in a transaction. Doing it twice changes nothing.
 */
export async function settle(db: Db, run: OpenRun, mode: Mode): Promise<void> {
  await settleRecords(db, run, mode);
  await settleActivity(db, run);
  await compareActivity(db, run, mode);
}

async function settleRecords(db: Db, run: OpenRun, mode: Mode): Promise<void> {
  await sql`
    create temporary table repeated on commit drop as
    select s.position, s.type, s.hash, s.observed_at,
      first_value(s.hash) over same as kept_hash,
      first_value(s.observed_at) over same as kept_observed_at,
      row_number() over same as place
    from staged_record as s
    where (s.type, s.key) in (select type, key from staged_record group by type, key having count(*) > 1)
    window same as (partition by s.type, s.key order by s.observed_at desc nulls last, s.hash, s.position)`.execute(db);
  // Streams of events introduce people and courses over and over, with more or less detail: that is no contradiction.
  await sql`
    update all_record as s
    set verdict = case
      when r.hash = r.kept_hash or r.observed_at < r.kept_observed_at then ${verdicts.repeated}::smallint
      when ${mode}::text = 'event' and r.type in ('person', 'course') then ${verdicts.repeated}::smallint
      else ${verdicts.refused}::smallint
    end
    from repeated as r
    where r.place > 1 and s.position = r.position and s.type = r.type`.execute(db);
  await sql`
    insert into ops.reject (institution_id, run_id, reject_no, file, line, code, field, message, raw)
    select ${run.institutionId}::bigint, ${run.runId}::bigint,
      ${lastReject(run)} + row_number() over (order by s.position),
      coalesce(f.name, ''), s.line, 'CONFLICTING_DUPLICATE', null,
      'Another row of this load has the same ' || s.type || ' key and says something else. Keep the right one and load the file again.',
      s.payload::text
    from repeated as r
      join all_record as s on s.position = r.position and s.type = r.type
      left join ${filesOf(run)} on f.no = s.file_no
    where r.place > 1 and s.verdict = ${verdicts.refused}::smallint`.execute(db);
  await sql`drop table repeated`.execute(db);
}

async function settleActivity(db: Db, run: OpenRun): Promise<void> {
  await sql`
    create temporary table repeated on commit drop as
    select s.position, s.hash, first_value(s.hash) over same as kept_hash, row_number() over same as place
    from staged_activity as s
    where s.key in (select key from staged_activity group by key having count(*) > 1)
    window same as (partition by s.key order by s.hash, s.course_no is null, s.position)`.execute(db);
  await sql`
    update all_activity as s
    set verdict = case when r.hash = r.kept_hash then ${verdicts.repeated}::smallint else ${verdicts.refused}::smallint end
    from repeated as r
    where r.place > 1 and s.position = r.position`.execute(db);
  await refuseStatements(db, run, sql`select position from repeated where place > 1 and hash <> kept_hash`);
  await sql`drop table repeated`.execute(db);
}

async function compareActivity(db: Db, run: OpenRun, mode: Mode): Promise<void> {
  await sql`delete from staged_known`.execute(db);
  await sql`
    insert into staged_known (key, course_id, course_inferred, occurred_at, hash, superseded_at)
    select a.key, a.course_id, a.course_inferred, a.occurred_at, a.hash, a.superseded_at
    from staged_activity as s
      join core.activity as a
        on a.institution_id = ${run.institutionId} and a.source_id = ${run.sourceId} and a.key = s.key`.execute(db);
  if (mode === 'full') return; // a full load says how things are now: another content takes the place of the old one
  await sql`
    create temporary table changed on commit drop as
    select s.position from staged_activity as s join staged_known as k on k.key = s.key where k.hash <> s.hash`.execute(
    db,
  );
  await sql`
    update all_activity as s set verdict = ${verdicts.refused}::smallint from changed where changed.position = s.position`.execute(
    db,
  );
  await refuseStatements(db, run, sql`select position from changed`);
  await sql`drop table changed`.execute(db);
}

const refuseStatements = (db: Db, run: OpenRun, positions: ReturnType<typeof sql>) =>
  sql`
    insert into ops.reject (institution_id, run_id, reject_no, file, line, code, field, message, raw)
    select ${run.institutionId}::bigint, ${run.runId}::bigint,
      ${lastReject(run)} + row_number() over (order by s.position),
      coalesce(f.name, ''), s.line, 'CONFLICTING_STATEMENT', 'key',
      'An activity with this id is known with another content. Activity cannot change: void it, or give the row its own id.',
      to_jsonb(s)::text
    from all_activity as s
      left join ${filesOf(run)} on f.no = s.file_no
    where s.position in (${positions})`.execute(db);

/** Highest number of a reject of the run so far. */
const lastReject = (run: OpenRun) => sql`
  (select coalesce(max(reject_no), 0) from ops.reject
   where institution_id = ${run.institutionId} and run_id = ${run.runId})`;

/** Names of the run's files by their number. */
const filesOf = (run: OpenRun) => sql`(
    select (file.place - 1)::integer as no, file.mark ->> 'name' as name
    from ops.run as r, jsonb_array_elements(r.files) with ordinality as file (mark, place)
    where r.institution_id = ${run.institutionId} and r.run_id = ${run.runId}
  ) as f`;
