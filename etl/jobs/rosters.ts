import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { fetchRoster } from '../rosters/fetch-roster.ts';
import { keepKeys } from '../rosters/signing-keys.ts';

const Payload = z.object({ institutionId: z.int(), rosterId: z.int() });

/** What the worker does with learning platforms. Without the secret key it leaves both to a worker that has it. */
export const rosterTasks = (db: Db, secretKey: SecretKey | undefined): TaskList => ({
  fetch_roster: async (payload) => {
    const { institutionId, rosterId } = Payload.parse(payload);
    if (secretKey) await fetchRoster(db, secretKey, institutionId, rosterId);
  },
  keep_keys: async () => {
    if (secretKey) await keepKeys(db, secretKey);
  },
});
