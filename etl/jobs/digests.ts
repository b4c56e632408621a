import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';

import { sendDueDigests, type SendDigest } from '../digest/send-due.ts';

/** The weekly word by mail, where there is a mail server to send it by. */
export const digestTasks = (db: Db, send: SendDigest | undefined): TaskList => ({
  send_digests: async () => {
    if (send) await sendDueDigests(db, send, new Date());
  },
});
