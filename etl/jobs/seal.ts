import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/**
 * Seals every hour of every institution's access log that is over and not sealed yet (`ops.seal_access_log`). Twice is
 * as good as once; what was missed while Kith stood still is caught up.
 *
 * @returns hours that were sealed now
 */
export async function sealAccessLog(db: Db): Promise<number> {
  const { rows } = await sql<{ hours: number }>`
    select coalesce(sum(ops.seal_access_log(institution_id)), 0)::int as hours from core.institution`.execute(db);
  return rows[0]?.hours ?? 0;
}
