import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';

import { weighOutcomes } from '../outcomes/weigh.ts';

/** Did it help: asked again every hour, answered where a window is over. */
export const outcomeTasks = (db: Db): TaskList => ({
  weigh_outcomes: async () => {
    await weighOutcomes(db, new Date());
  },
});
