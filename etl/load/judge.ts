import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { RowCounts } from './count.ts';
import type { Thresholds } from './request.ts';

/** Why a load must wait for a steward; undefined: it need not. */
export async function redReason(
  db: Db,
  { institutionId, runId }: { readonly institutionId: number; readonly runId: number },
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
    `Read them with "kith rejects ${runId}", then take it with "kith runs accept ${runId}" or drop it with "kith runs drop ${runId}".`
  );
}
