import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Brings refused rows back, mended; the worker loads them. Returns how many differ from what was refused. */
export async function mend(
  db: Db,
  runId: number,
  rows: readonly { readonly rejectNo: number; readonly text: string }[],
): Promise<number> {
  const { rows: found } = await sql<{ rows: number }>`
    select ops.mend_rejects(
      ${runId}, ${rows.map(({ rejectNo }) => rejectNo)}::bigint[], ${rows.map(({ text }) => text)}::text[]
    )::int as rows`.execute(db);
  return found[0]?.rows ?? 0;
}
