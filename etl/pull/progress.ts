import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { Pull } from './configured.ts';

/** Keeps how far a pull has come, unless another pull of the source has kept something else meanwhile. */
export async function keepProgress(
  db: Db,
  institutionId: number,
  { source, doneThrough: before }: Pull,
  doneThrough: Date,
  consistent: boolean,
): Promise<void> {
  await sql`
    update ops.pull set done_through = ${doneThrough}::timestamptz, consistent = ${consistent}::boolean
    where institution_id = ${institutionId} and source_id = ${source.sourceId}
      and done_through is not distinct from ${before}::timestamptz`.execute(db);
}
