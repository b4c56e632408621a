import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { doRightsTasks, keepRetention, type FilePlaces } from '../rights/tasks.ts';
import { removeWithheld } from '../rights/withheld.ts';

const Payload = z.object({ institutionId: z.int() });

/**
 * What people and stewards ask about data. What is to be done stands in tables: a job is only the word that something
 * stands there.
 */
export function rightsTasks(db: Db, places: FilePlaces): TaskList {
  const doAll = async (institutionId: number) => {
    await removeWithheld(db, institutionId);
    await doRightsTasks(db, institutionId, places);
  };
  return {
    rights: async (payload) => doAll(Payload.parse(payload).institutionId),

    /** The same for all, in case a word was lost. */
    sweep_rights: async () => {
      for (const { institutionId } of await db.selectFrom('core.institution').select('institutionId').execute()) {
        await doAll(institutionId);
      }
    },

    keep_retention: async () => keepRetention(db, new Date()),
  };
}
