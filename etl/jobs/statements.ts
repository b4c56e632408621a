import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { waitingStores } from '../load/statements/batches.ts';
import { feedStatements } from '../load/statements/feed.ts';

const Payload = z.object({ institutionId: z.int(), sourceId: z.int() });

/**
 * What the receiver took becomes facts. Which statements wait stands in `ops.statement_batch`; nobody is told of each,
 * because all senders would wait for one row of the queue.
 */
export const statementTasks = (db: Db): TaskList => ({
  feed_statements: async (payload) => {
    await feedStatements(db, Payload.parse(payload));
  },

  /** A feed that fails is tried again later and later; that it waits already is no reason to try it sooner. */
  sweep_statements: async (_payload, { addJob }) => {
    for (const { institutionId, sourceId } of await waitingStores(db)) {
      await addJob(
        'feed_statements',
        { institutionId, sourceId },
        { jobKey: `feed_statements:${institutionId}/${sourceId}`, jobKeyMode: 'unsafe_dedupe', maxAttempts: 1000 },
      );
    }
  },
});
