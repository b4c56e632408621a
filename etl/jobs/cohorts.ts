import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';

import { keepCohorts } from '../cohorts/keep-cohorts.ts';

/** Cohorts: who came and went, and what may be told. */
export const cohortTasks = (db: Db): TaskList => ({
  sweep_cohorts: async () => {
    await keepCohorts(db, new Date());
  },
});
