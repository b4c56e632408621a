import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { carryOutExports } from '../exports/carry-out.ts';

const Payload = z.object({ institutionId: z.int() });

/**
 * Exports that were approved or are over. What is to be done stands in a table: a job is only the word that something
 * stands there.
 *
 * @param folder Kith's own folder
 * @param signal ends an export behind the course at hand; it goes on there when Kith is up again
 */
export const exportsOn = (db: Db, folder: string, signal: AbortSignal): TaskList => ({
  exports: async (payload) => carryOutExports(db, Payload.parse(payload).institutionId, { folder, signal }),

  /** The same for all, in case a word was lost, an end has come or a file is gone. */
  sweep_exports: async () => {
    for (const { institutionId } of await db.selectFrom('core.institution').select('institutionId').execute()) {
      await carryOutExports(db, institutionId, { folder, signal });
    }
  },
});
