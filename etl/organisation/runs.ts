import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** One load, as the command line lists it. */
export interface RunLine {
  readonly run: number;
  readonly source: string;
  readonly connector: string;
  readonly mode: string;
  readonly state: string;
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly deleted: number;
  readonly startedAt: Date;
  readonly seconds: number | null;
}

export interface RunDetail extends RunLine {
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly options: unknown;
  readonly skippedReasons: Readonly<Record<string, number>>;
  readonly message: string | null;
}

/** Loads, newest first. */
export async function runLines(db: Db, institutionId: number, limit: number): Promise<RunLine[]> {
  const { rows } = await sql<RunLine>`
    select ${lineColumns} from ${runTables}
    where r.institution_id = ${institutionId}
    order by r.run_id desc
    limit ${limit}`.execute(db);
  return rows;
}

export async function runDetail(db: Db, institutionId: number, runId: number): Promise<RunDetail | undefined> {
  const { rows } = await sql<RunDetail>`
    select ${lineColumns}, r.files, r.options - 'map' as options, r.skipped as skipped_reasons, r.message
    from ${runTables}
    where r.institution_id = ${institutionId} and r.run_id = ${runId}`.execute(db);
  return rows[0];
}

const lineColumns = sql`
  r.run_id as run, s.name as source, r.connector, r.mode,
  case when r.cut_off_at is null then r.state else 'cut off' end as state, r.read_count as read, r.new_count as new,
  r.changed_count as changed, r.unchanged_count as unchanged, r.skipped_count as skipped,
  r.rejected_count as rejected, r.deleted_count as deleted, r.started_at,
  round(extract(epoch from r.finished_at - r.started_at)::numeric, 2)::float8 as seconds`;

const runTables = sql`
  ops.run as r
  join ops.source as s on s.institution_id = r.institution_id and s.source_id = r.source_id`;

/** Why rows were refused: how often, and the first place. */
export interface RejectSummary {
  readonly code: string;
  readonly count: number;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Most frequent first. */
export async function rejectSummary(db: Db, institutionId: number, runId: number): Promise<RejectSummary[]> {
  const { rows } = await sql<RejectSummary>`
    select code, count(*)::int as count,
      (array_agg(file order by reject_no))[1] as file, (array_agg(line order by reject_no))[1] as line,
      (array_agg(message order by reject_no))[1] as message
    from ops.reject
    where institution_id = ${institutionId} and run_id = ${runId}
    group by code
    order by count desc, code`.execute(db);
  return rows;
}

/** A refused row, as it was read: it may hold personal data, and is the steward's. */
export interface RejectLine {
  readonly rejectNo: number;
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly raw: string | null;
}

/** Refused rows in the order of the files, a page at a time: a load may refuse millions. */
export async function* rejectLines(db: Db, institutionId: number, runId: number): AsyncGenerator<RejectLine[]> {
  for (let after = 0; ;) {
    const page = await db
      .selectFrom('ops.reject')
      .select(['rejectNo', 'file', 'line', 'code', 'field', 'message', 'raw'])
      .where('institutionId', '=', institutionId)
      .where('runId', '=', runId)
      .where('rejectNo', '>', after)
      .orderBy('rejectNo')
      .limit(1000)
      .execute();
    const last = page.at(-1);
    if (!last) return;
    after = last.rejectNo;
    yield page;
  }
}
