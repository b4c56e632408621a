import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { getRun, listRejects, listRuns, listSources } from '../contract/data.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { select } from './select.ts';

type Run = ResponseOf<typeof listRuns>[number];
type Row = Omit<Run, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null };

const columns = sql`
  run.run_id, source.name as source, run.connector, run.mode, run.state, run.files, run.read_count as read,
  run.new_count as new, run.changed_count as changed, run.unchanged_count as unchanged, run.skipped_count as skipped,
  run.rejected_count as rejected, run.deleted_count as deleted, run.message, run.started_at, run.finished_at`;

const tables = sql`
  ops.run as run
  join ops.source as source on source.institution_id = run.institution_id and source.source_id = run.source_id`;

const runOf = ({ startedAt, finishedAt, files, ...row }: Row): Run => ({
  ...row,
  files: files.map(({ name, bytes }) => ({ name, bytes: bytes ?? null })),
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
});

/** Every load, newest first. */
export const runs = async (db: ReadDb, limit: number): Promise<Run[]> =>
  (await select<Row>(db, sql`select ${columns} from ${tables} order by run.run_id desc limit ${limit}`)).map(runOf);

export async function run(db: ReadDb, runId: number): Promise<ResponseOf<typeof getRun> | undefined> {
  const [row] = await select<Row & { skippedReasons: Record<string, number> }>(
    db,
    sql`select ${columns}, run.skipped as skipped_reasons from ${tables} where run.run_id = ${runId}`,
  );
  if (!row) return undefined;
  const { skippedReasons, ...rest } = row;
  return {
    ...runOf(rest),
    skippedReasons: Object.entries(skippedReasons).map(([reason, count]) => ({ reason, count })),
    rejectCodes: await select(
      db,
      sql`select code, count(*)::int as count from ops.reject where run_id = ${runId} group by code order by count desc, code`,
    ),
  };
}

export async function rejects(
  db: ReadDb,
  { runId, code, after, limit }: { runId: number; code?: string | undefined; after: number; limit: number },
): Promise<ResponseOf<typeof listRejects>> {
  const where = sql`run_id = ${runId} and (${code ?? null}::text is null or code = ${code ?? null}::text)`;
  const [{ total } = { total: 0 }] = await select<{ total: number }>(
    db,
    sql`select count(*)::int as total from ops.reject where ${where}`,
  );
  return {
    total,
    rejects: await select(
      db,
      sql`
        select reject_no, file, line, code, field, message
        from ops.reject
        where ${where} and reject_no > ${after}
        order by reject_no
        limit ${limit}`,
    ),
  };
}

/** Configured sources with their last load. */
export async function sources(db: ReadDb): Promise<ResponseOf<typeof listSources>> {
  const rows = await select<
    Omit<ResponseOf<typeof listSources>[number], 'lastRunAt' | 'lastEventAt'> & {
      lastRunAt: Date | null;
      lastEventAt: Date | null;
    }
  >(
    db,
    sql`
      select
        source.source_id, source.name, source.connector, source.timezone,
        last.started_at as last_run_at, last.state as last_run_state, null::timestamptz as last_event_at,
        (select count(distinct known.course_id)::int from core.course_key as known
          where known.institution_id = source.institution_id and known.source_id = source.source_id) as courses
      from ops.source as source
      left join lateral (
        select run.started_at, run.state from ops.run as run
        where run.institution_id = source.institution_id and run.source_id = source.source_id
        order by run.run_id desc
        limit 1
      ) as last on true
      order by source.name`,
  );
  return rows.map((row) => ({
    ...row,
    lastRunAt: row.lastRunAt?.toISOString() ?? null,
    lastEventAt: row.lastEventAt?.toISOString() ?? null,
  }));
}
