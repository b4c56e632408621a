import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { getRun, listCourseSources, listRejects, listRuns, listSources } from '../contract/data.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { select } from './select.ts';

type Run = ResponseOf<typeof listRuns>[number];
type Row = Omit<Run, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null };

/** A load whose process is gone is still `loading` to whoever goes on with it; readers are told. */
const stateOf = sql`case when run.cut_off_at is null then run.state else 'cut_off' end as state`;

const columns = sql`
  run.run_id, source.name as source, run.connector, run.mode, ${stateOf}, run.files, run.read_count as read,
  run.new_count as new, run.changed_count as changed, run.unchanged_count as unchanged, run.skipped_count as skipped,
  run.rejected_count as rejected, run.deleted_count as deleted, run.message, run.decision, run.started_at, run.finished_at`;

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

/** Some loads, in the order they were made. */
export const runsOf = async (db: ReadDb, runIds: readonly number[]): Promise<Run[]> =>
  runIds.length === 0
    ? []
    : (
        await select<Row>(
          db,
          sql`select ${columns} from ${tables} where run.run_id = any (${[...runIds]}::bigint[]) order by run.run_id`,
        )
      ).map(runOf);

export async function run(db: ReadDb, runId: number): Promise<ResponseOf<typeof getRun> | undefined> {
  const [row] = await select<
    Row & { skippedReasons: Record<string, number>; mendsRunId: number | null; mendedRows: number }
  >(
    db,
    sql`select ${columns}, run.skipped as skipped_reasons, run.mends_run_id,
        (select count(*)::int from ops.reject as r where r.institution_id = run.institution_id and r.run_id = run.run_id
          and r.mended_run_id is not null) as mended_rows
      from ${tables} where run.run_id = ${runId}`,
  );
  if (!row) return undefined;
  const { skippedReasons, mendsRunId, mendedRows, ...rest } = row;
  return {
    ...runOf(rest),
    mendsRunId,
    mendedRows,
    skippedReasons: Object.entries(skippedReasons).map(([reason, count]) => ({ reason, count })),
    rejectCodes: await select(
      db,
      sql`select code, count(*)::int as count from ops.reject where run_id = ${runId} group by code order by count desc, code`,
    ),
  };
}

interface RejectsAsked {
  readonly runId: number;
  readonly code?: string | undefined;
  readonly only?: 'open' | 'mended' | undefined;
  readonly search?: string | undefined;
  readonly after: number;
  readonly limit: number;
}

type Answer = ResponseOf<typeof listRejects>;
/** As they were refused, in English. */
export interface Refused extends Omit<Answer, 'rejects'> {
  readonly rejects: readonly Omit<Answer['rejects'][number], 'meaning'>[];
}

/** Text that is looked for as it stands: `%` and `_` are no wildcards. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

export async function rejects(db: ReadDb, { runId, code, only, search, after, limit }: RejectsAsked): Promise<Refused> {
  const text = search === undefined ? null : containing(search);
  const where = sql`
    run_id = ${runId} and (${code ?? null}::text is null or code = ${code ?? null}::text)
    and (${only ?? null}::text is null or (mended_run_id is not null) = (${only ?? null}::text = 'mended'))
    and (${text}::text is null or concat_ws(' ', file, field, message) ilike ${text}::text)`;
  const [{ total } = { total: 0 }] = await select<{ total: number }>(
    db,
    sql`select count(*)::int as total from ops.reject where ${where}`,
  );
  return {
    total,
    rejects: await select(
      db,
      sql`
        select reject_no, file, line, code, field, message, mended_run_id,
          case when mended_run_id is not null then 'taken' when mended is not null then 'waits' else 'no' end as mended
        from ops.reject
        where ${where} and reject_no > ${after}
        order by reject_no
        limit ${limit}`,
    ),
  };
}

/** Refused rows as they were read, a page at a time; they may hold personal data and are the steward's. */
export const rejectPage = (
  db: ReadDb,
  { runId, code, after }: { runId: number; code?: string | undefined; after: number },
): Promise<RejectRow[]> =>
  select(
    db,
    sql`
      select reject_no, file, line, code, field, message, raw
      from ops.reject
      where run_id = ${runId} and reject_no > ${after} and (${code ?? null}::text is null or code = ${code ?? null}::text)
      order by reject_no
      limit 1000`,
  );

export interface RejectRow {
  readonly rejectNo: number;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly raw: string | null;
}

/** A steward's word about a load that waits. False: it does not wait. */
export async function decideRun(db: Db, runId: number, decision: 'accept' | 'drop'): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`select ops.decide_run(${runId}, ${decision}) as decided`.execute(db);
  return rows[0]?.decided === true;
}

/** How fresh every course is in every source. The database refuses others than stewards. */
export async function courseSources(db: ReadDb): Promise<ResponseOf<typeof listCourseSources>> {
  type Line = ResponseOf<typeof listCourseSources>[number];
  const rows = await select<Omit<Line, 'lastLoadAt' | 'newestAt'> & { lastLoadAt: Date; newestAt: Date | null }>(
    db,
    sql`select * from ops.list_course_sources()`,
  );
  return rows.map((row) => ({
    ...row,
    lastLoadAt: row.lastLoadAt.toISOString(),
    newestAt: row.newestAt?.toISOString() ?? null,
  }));
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
        last.started_at as last_run_at, last.state as last_run_state,
        (select max(fresh.newest_at) from ops.course_source as fresh
          where fresh.institution_id = source.institution_id and fresh.source_id = source.source_id) as last_event_at,
        array(
          select past.read_count::int
          from (
            select run.run_id, run.read_count from ops.run as run
            where run.institution_id = source.institution_id and run.source_id = source.source_id
              and run.state = 'visible'
            order by run.run_id desc
            limit 24
          ) as past
          order by past.run_id
        ) as volume,
        (select count(distinct known.course_id)::int from core.course_key as known
          where known.institution_id = source.institution_id and known.source_id = source.source_id) as courses
      from ops.source as source
      left join lateral (
        select run.started_at, ${stateOf} from ops.run as run
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
