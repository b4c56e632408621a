import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { RowCounts } from './count.ts';
import type { Thresholds } from './request.ts';

interface Judged {
  readonly institutionId: number;
  readonly runId: number;
  readonly sourceId: number;
}

/** Why a load must wait for a steward; undefined: it need not. */
export async function redReason(
  db: Db,
  run: Judged,
  counts: RowCounts,
  limits: Thresholds,
): Promise<string | undefined> {
  return (await tooManyRefused(db, run, counts, limits)) ?? (await unlikeItsHistory(db, run, counts, limits));
}

const decideIt = (runId: number): string =>
  `take it with "kith runs accept ${runId}" or drop it with "kith runs drop ${runId}".`;

async function tooManyRefused(
  db: Db,
  { institutionId, runId }: Judged,
  { read, rejected }: RowCounts,
  limits: Thresholds,
): Promise<string | undefined> {
  if (rejected <= limits.rejectedRows || rejected <= limits.rejectedShare * read) return undefined;
  const share = ((100 * rejected) / read).toFixed(1);
  const { rows } = await sql<{ message: string }>`
    select message from ops.reject where institution_id = ${institutionId} and run_id = ${runId}
    group by message order by count(*) desc, message limit 1`.execute(db);
  return (
    `${rejected} of ${read} rows (${share} %) were refused, so nothing of this load is visible yet. ` +
    `Most often: ${rows[0]?.message ?? 'unknown.'} ` +
    `Read them with "kith rejects ${runId}", then ${decideIt(runId)}`
  );
}

/** Loads a history needs before it says anything, and how many of them are looked at. */
const history = { least: 5, most: 20 } as const;
/** Below so many rows a load may be ten times another by chance. */
const manyRows = 200;

/**
 * Half an export, or twice the institution: the volume of a load is held against the last loads of the same kind. Too few
 * rows say something of a `full` load only, for it claims to be everything; what is only new may be little on any day.
 */
async function unlikeItsHistory(
  db: Db,
  { institutionId, runId, sourceId }: Judged,
  { read }: RowCounts,
  { volumeTimes }: Thresholds,
): Promise<string | undefined> {
  const { rows } = await sql<{ runs: number; least: number; most: number; isFull: boolean }>`
    select bool_or(is_full) as is_full, count(*)::int as runs, coalesce(min(rows), 0)::int as least, coalesce(max(rows), 0)::int as most
    from (
      select past.read_count as rows, this.mode = 'full' as is_full
      from ops.run as past
        join ops.run as this
          on this.institution_id = past.institution_id and this.run_id = ${runId} and this.connector = past.connector
          and this.mode = past.mode
      where past.institution_id = ${institutionId} and past.source_id = ${sourceId} and past.state = 'visible'
        and past.run_id < ${runId}
      order by past.run_id desc
      limit ${history.most}
    ) as past`.execute(db);
  const { runs = 0, least = 0, most = 0, isFull = false } = rows[0] ?? {};
  if (runs < history.least) return undefined;
  const [far, tooFew] = [read > volumeTimes * most, isFull && read * volumeTimes < least];
  if (!(far && read >= manyRows) && !(tooFew && least >= manyRows)) return undefined;
  return (
    `This load has ${read} rows, and the last ${runs} of its source had ${least} to ${most}: ` +
    `${far ? 'far more' : 'far fewer'} than ever, so nothing of it is visible yet. ` +
    `See whether the export is whole and of the right courses, then ${decideIt(runId)}`
  );
}
