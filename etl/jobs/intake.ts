import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { takeIn, whereItWaits } from '../intake/intake.ts';
import { alone } from '../load/alone.ts';

const Payload = z.object({ institutionId: z.int() });

/** Tasks beside computing: what comes in must not wait for a long computation, nor hold one up. */
export const intakeOn = (db: Db, spool: string): TaskList => ({
  /** Loads what was dropped at one institution, and does what was decided there. */
  intake: async (payload) => once(db, Payload.parse(payload).institutionId, spool),

  /** The same for all, in case a word was lost or a worker died over it. */
  'look-for-intake': async () => {
    for (const institutionId of await whereItWaits(db)) await once(db, institutionId, spool);
  },
});

/**
 * One worker takes in for an institution at a time; who comes second leaves. The first looks once more after it has let
 * go: what came between its last look and that moment has nobody else.
 */
async function once(db: Db, institutionId: number, spool: string): Promise<void> {
  for (let look = 1; look <= 2; look++) {
    const taken = await alone(db, `kith intake ${institutionId}`, async () => {
      await takeIn(db, institutionId, spool);
      return true;
    });
    if (!taken || !(await whereItWaits(db)).includes(institutionId)) return;
  }
}
