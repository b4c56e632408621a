import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** When a source runs by itself. Both null: only when told. Never both. */
export interface When {
  readonly everyMinutes: number | null;
  /** `HH:MM` in the zone of the institution. */
  readonly dailyAt: string | null;
}

export const onlyWhenTold: When = { everyMinutes: null, dailyAt: null };

/** Gives a source a schedule, the first run at once; one that is there already is left as it is. */
export async function ensureSchedule(db: Db, institutionId: number, sourceId: number, when: When): Promise<void> {
  const { everyMinutes, dailyAt } = when;
  const nextAt = everyMinutes === null && dailyAt === null ? null : new Date();
  await db
    .insertInto('ops.schedule')
    .values({ institutionId, sourceId, everyMinutes, dailyAt, paused: false, nextAt })
    .onConflict((conflict) => conflict.columns(['institutionId', 'sourceId']).doNothing())
    .execute();
}

/** Sets when a scheduled source runs; the next time is the first that is so. */
export async function setWhen(db: Db, institutionId: number, sourceId: number, when: When): Promise<void> {
  const { everyMinutes, dailyAt } = when;
  await sql`
    update ops.schedule as t
    set every_minutes = ${everyMinutes}::integer, daily_at = ${dailyAt}::time,
      next_at = case when ${everyMinutes}::integer is not null then clock_timestamp()
        else ops.next_run(null, ${dailyAt}::time, i.timezone, clock_timestamp()) end
    from core.institution as i
    where i.institution_id = t.institution_id
      and t.institution_id = ${institutionId} and t.source_id = ${sourceId}`.execute(db);
}
