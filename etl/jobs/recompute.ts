import { availableParallelism } from 'node:os';
import type { Db } from '@kith/sql/connect.ts';
import type { TaskList } from 'graphile-worker';
import { z } from 'zod';

import { compute } from '../compute/compute.ts';
import { queueClosedWeeks } from './closed-weeks.ts';

const Payload = z.object({ institutionId: z.int() });

/**
 * What the worker can do. What is to be computed stands in `ops.dirty_week`, written by the load in the transaction that
 * made it visible: a job is only the word that something stands there, so it may come twice, or be lost and found.
 */
export const tasksOn = (db: Db): TaskList => ({
  /** Computes the touched courses of one institution. */
  recompute: async (payload) => recompute(db, Payload.parse(payload).institutionId),

  /** The same for all institutions, in case somebody wrote the queue and told nobody. */
  sweep: async () => {
    const touched = await db.selectFrom('ops.dirtyWeek').select('institutionId').distinct().execute();
    for (const { institutionId } of touched) await recompute(db, institutionId);
  },

  /** Weeks that closed without a load. */
  close_weeks: async () => {
    for (const institutionId of await queueClosedWeeks(db, new Date())) await recompute(db, institutionId);
  },
});

/** A course that fails keeps its old numbers and its place; the job is tried again, later and later. */
async function recompute(db: Db, institutionId: number): Promise<void> {
  const { failed } = await compute(db, institutionId, { processes: availableParallelism() });
  const [first] = failed;
  if (first) throw new Error(`Course ${first.courseId} could not be computed: ${first.message}`);
}
