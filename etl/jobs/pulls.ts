import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import type { TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import { z } from 'zod';

import { runPull } from '../pull/run-pull.ts';
import { StoreError } from '../pull/store-error.ts';

const Payload = z.object({ institutionId: z.int(), sourceId: z.int() });

/** Longest pause that the worker waits for a store, in ms: meanwhile nothing is computed. */
const mostPause = 2000;

/** Fetches sources when their time has come. Without the secret key it leaves them to a worker that has it. */
export const pullTasks = (db: Db, secretKey: SecretKey | undefined): TaskList => ({
  pull: async (payload) => {
    const { institutionId, sourceId } = Payload.parse(payload);
    const source = await dueSource(db, institutionId, sourceId);
    if (source === undefined || !secretKey) return;
    await runPull(db, secretKey, { institutionId, source, mostPause }).catch((error: unknown) => {
      // It is kept beside the pull, which has its own time for the next try.
      if (!(error instanceof StoreError)) throw error;
    });
  },

  sweep_pulls: async (_payload, { addJob }) => {
    const { rows } = await sql<{ institutionId: number; sourceId: number }>`
      select institution_id, source_id from ops.pull where next_at <= clock_timestamp()`.execute(db);
    for (const { institutionId, sourceId } of rows) {
      const jobKey = `pull:${institutionId}/${sourceId}`;
      await addJob('pull', { institutionId, sourceId }, { jobKey, jobKeyMode: 'unsafe_dedupe', maxAttempts: 1 });
    }
  },
});

/** Undefined: it has been fetched since the job was made. */
async function dueSource(db: Db, institutionId: number, sourceId: number): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select s.name from ops.pull as p
      join ops.source as s on s.institution_id = p.institution_id and s.source_id = p.source_id
    where p.institution_id = ${institutionId} and p.source_id = ${sourceId} and p.next_at <= clock_timestamp()`.execute(
    db,
  );
  return rows[0]?.name;
}
