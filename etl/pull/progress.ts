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

/** Keeps how a try ended, and when the next one is: as configured, or when the store asked to come again. */
export async function keepTry(
  db: Db,
  institutionId: number,
  { source, everyMinutes }: Pull,
  { message, comeAgain }: { readonly message?: string | undefined; readonly comeAgain?: Date | undefined },
): Promise<void> {
  const now = new Date();
  const usual = everyMinutes === null ? null : new Date(now.getTime() + everyMinutes * 60_000);
  await sql`
    update ops.pull set tried_at = ${now}::timestamptz, message = ${message ?? null}::text,
      next_at = case when every_minutes is null then null else ${comeAgain ?? usual}::timestamptz end
    where institution_id = ${institutionId} and source_id = ${source.sourceId}`.execute(db);
}
