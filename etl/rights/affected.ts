import type { Db } from '@kith/sql/connect.ts';
import type { RawBuilder } from 'kysely';

/** Runs a statement; how many rows it added, changed or removed. */
export async function affected(db: Db, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(db)).numAffectedRows ?? 0n);
}
