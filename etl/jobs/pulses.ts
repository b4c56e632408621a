import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';

import { closeRounds } from '../pulse/close-rounds.ts';
import { sendInvitations, type SendInvitation } from '../pulse/send-invitations.ts';

/** The belonging pulse: rounds close when their days are over, and invitations go out where there is a mail server. */
export const pulseTasks = (db: Db, send: SendInvitation | undefined): TaskList => ({
  sweep_pulses: async () => {
    await closeRounds(db);
    if (send) await sendInvitations(db, send);
  },
});
