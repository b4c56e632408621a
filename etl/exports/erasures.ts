import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** How many people were erased from an institution, ever or since. */
export async function erasures(db: Db, institutionId: number, since: Date | null = null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ops.erasure
    where institution_id = ${institutionId} and (${since}::timestamptz is null or erased_at > ${since})`.execute(db);
  return rows[0]!.n;
}
