import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { dueSources } from '../schedule/due.ts';
import { runSource, type Means } from '../schedule/run-source.ts';

const Payload = z.object({ institutionId: z.int(), sourceId: z.int() });

/**
 * Goes to sources when their time has come, or when somebody says so. The schedule says what is to be done; a job is only
 * the word, so a worker that is killed over one holds nothing up.
 */
export const sourceTasks = (db: Db, means: Means): TaskList => ({
  run_source: async (payload) => runSource(db, means, Payload.parse(payload)),

  sweep_sources: async () => {
    const failed: unknown[] = [];
    for (const due of await dueSources(db)) {
      await runSource(db, means, due).catch((error: unknown) => failed.push(error));
    }
    if (failed.length > 0) throw failed[0];
  },
});
