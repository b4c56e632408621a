import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { tryLockSource } from './lock.ts';
import { closeRun } from './run.ts';
import { inSession, type Session } from './session.ts';
import { dropStage } from './stage-tables.ts';

/** Days for which the rows of a load that was cut off are kept, so that it can go on. */
const keptDays = 7;

interface Lost {
  readonly institutionId: number;
  readonly runId: number;
  readonly sourceId: number;
  readonly position: number;
  readonly cutOffAt: Date | null;
  /** It was fetched: nobody can bring the same file again, and the next pull fetches the same statements. */
  readonly isPull: boolean;
}

/**
 * Finds loads whose process is gone: killed, out of memory, the machine restarted. They are still `loading`, and the lock
 * of their source is free. The list of loads says so; the same command goes on with them. What nobody went on with for
 * a week is dropped, and of a pull at once.
 *
 * @param institutionId of this institution only; all unless told
 * @returns loads that were found or dropped now
 */
export async function findLost(db: Db, institutionId?: number): Promise<number> {
  const { rows } = await sql<Lost>`
    select institution_id, run_id, source_id, position, cut_off_at, coalesce(files -> 0 ->> 'name' = 'pulled.ndjson', false) as is_pull
    from ops.run
    where state = 'loading' and (cut_off_at is null or cut_off_at < now() - make_interval(days => ${keptDays}))
      and (${institutionId ?? null}::bigint is null or institution_id = ${institutionId ?? null}::bigint)
    order by institution_id, run_id`.execute(db);
  let found = 0;
  for (const run of rows) {
    // A session of its own for each: the lock goes with it.
    if (await inSession(db, (session) => settleLost(session, run))) found += 1;
  }
  return found;
}

async function settleLost(session: Session, run: Lost): Promise<boolean> {
  const { institutionId, runId, sourceId, position, cutOffAt, isPull } = run;
  if (!(await tryLockSource(session, institutionId, sourceId))) return false; // it is at work
  if (cutOffAt === null && !isPull) {
    const { numUpdatedRows } = await session.db
      .updateTable('ops.run')
      .set({
        cutOffAt: new Date(),
        message: `It was cut off, and nothing of it is in use. The same files with the same options go on with it; after ${keptDays} days its rows are dropped.`,
      })
      .where('institutionId', '=', institutionId)
      .where('runId', '=', runId)
      .where('state', '=', 'loading')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  const message = isPull
    ? 'The fetching was cut off, and nothing of this part is in use. The next one begins where the last whole part ended.'
    : 'It was cut off, and nobody went on with it. Nothing of it is in use; load the files again.';
  await session.transaction(async () => {
    await dropStage(session, runId);
    await closeRun(
      session,
      { institutionId, runId, sourceId, position, resumed: false },
      { state: 'dropped', message },
    );
  });
  return true;
}
