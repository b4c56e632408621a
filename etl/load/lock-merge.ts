import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/**
 * Held to the end of the transaction: one merge an institution at a time, because two sources may name the same person or
 * course for the first time, and nothing is loaded into what is being taken away.
 */
export async function lockMerge(db: Db, institutionId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kith merge ${institutionId}`}, 0))`.execute(db);
}
