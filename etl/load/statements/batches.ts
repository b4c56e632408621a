import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** The statements of one source. */
export interface Store {
  readonly institutionId: number;
  readonly sourceId: number;
}

/** Requests that one load takes at most. */
const mostBatches = 2000;

/** Sources whose statements wait to become facts. */
export async function waitingStores(db: Db): Promise<Store[]> {
  return db.selectFrom('ops.statementBatch').select(['institutionId', 'sourceId']).distinct().execute();
}

/**
 * The batches of the next load under one claim: those of a load that was cut off, else the oldest that wait. Undefined:
 * none wait. The caller is the only one who feeds the source.
 */
export async function claimBatches(db: Db, { institutionId, sourceId }: Store): Promise<string | undefined> {
  const before = await db
    .selectFrom('ops.statementBatch')
    .select('claim')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .where('claim', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (before !== undefined && before.claim !== null) return before.claim;
  const claim = randomUUID();
  const { numAffectedRows } = await sql`
    update ops.statement_batch set claim = ${claim}::uuid
    where institution_id = ${institutionId} and batch_id in (
      select batch_id from ops.statement_batch
      where institution_id = ${institutionId} and source_id = ${sourceId} and claim is null
      order by batch_id limit ${mostBatches})`.execute(db);
  return numAffectedRows === 0n ? undefined : claim;
}

/** The statements of a claim are facts, or staged for a steward: they wait no longer. */
export async function dropBatches(db: Db, { institutionId, sourceId }: Store, claim: string): Promise<void> {
  await db
    .deleteFrom('ops.statementBatch')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .where('claim', '=', claim)
    .execute();
}
