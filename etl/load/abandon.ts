import type { Db } from '@kith/sql/connect.ts';

import { lockSource } from './lock.ts';
import { closeRun } from './run.ts';
import { inSession } from './session.ts';
import { dropStage } from './stage-tables.ts';

/** Ends a load that was stopped and is not to go on: nothing of it was visible, and nothing of it stays but its line. */
export async function abandon(db: Db, institutionId: number, runId: number, message: string): Promise<void> {
  const run = await db
    .selectFrom('ops.run')
    .select(['sourceId', 'position', 'state'])
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .executeTakeFirst();
  if (run?.state !== 'loading') return;
  const { sourceId, position } = run;
  await inSession(db, async (session) => {
    await lockSource(session, institutionId, sourceId);
    await session.transaction(async () => {
      await dropStage(session, runId);
      await closeRun(
        session,
        { institutionId, runId, sourceId, position, resumed: false },
        { state: 'dropped', message },
      );
    });
  });
}
