import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import type { MendedRow } from './read-mended.ts';

/** Keeps mended rows until they are loaded. Returns how many differ from what was refused. */
export async function mendRows(
  db: Db,
  { institutionId, runId }: { readonly institutionId: number; readonly runId: number },
  rows: readonly MendedRow[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update ops.reject as r set mended = m.text
    from unnest(${rows.map(({ rejectNo }) => rejectNo)}::bigint[], ${rows.map(({ text }) => text)}::text[]) as m (reject_no, text)
    where r.institution_id = ${institutionId} and r.run_id = ${runId} and r.reject_no = m.reject_no
      and r.mended_run_id is null and r.raw is distinct from m.text`.execute(db);
  return Number(numAffectedRows);
}
