import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** How one run of a scheduled source went. */
export interface Outcome {
  /** When it began: what was asked later is still to be done. */
  readonly began: Date;
  /** Files or statements. */
  readonly taken: number;
  readonly refused?: number;
  /** Files that were still changing: it looks again at its next round, whatever the schedule says. */
  readonly waiting?: number;
  /** Its last load; undefined: none. */
  readonly runId?: number | undefined;
  /** What went wrong, and the next step. */
  readonly message?: string | undefined;
  /** The other side asked to come again then. */
  readonly comeAgain?: Date | undefined;
}

/** Keeps how a run went, and when the next one is. */
export async function keepOutcome(
  db: Db,
  institutionId: number,
  sourceId: number,
  { began, taken, refused = 0, waiting = 0, runId, message, comeAgain }: Outcome,
): Promise<void> {
  const now = new Date();
  await sql`
    update ops.schedule as t
    set tried_at = ${now}::timestamptz, taken = ${taken}, refused = ${refused}, waiting = ${waiting},
      run_id = coalesce(${runId ?? null}::bigint, t.run_id), message = ${message ?? null}::text,
      asked_at = case when ${waiting} > 0 or t.asked_at > ${began}::timestamptz then t.asked_at end,
      next_at = case
        when ${waiting} > 0 then t.next_at
        when t.every_minutes is null and t.daily_at is null and t.asked_at is null then null
        else coalesce(
          ${comeAgain ?? null}::timestamptz,
          ops.next_run(t.every_minutes, t.daily_at, i.timezone, ${now}::timestamptz)
        )
      end
    from core.institution as i
    where i.institution_id = t.institution_id
      and t.institution_id = ${institutionId} and t.source_id = ${sourceId}`.execute(db);
}
