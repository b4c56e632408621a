import type { Db } from '@kith/sql/connect.ts';

import { compute } from '../compute/compute.ts';

export interface Worker {
  /** Ends after the course that is being computed. */
  stop(): Promise<void>;
}

/** How often to look for touched courses, in ms. */
const every = 2000;
/** After trouble: not so often that a log fills. */
const afterTrouble = 30_000;

/**
 * Computes, until stopped, whatever loads and people have touched. The queue is `ops.dirty_week`, which the load itself
 * writes in the transaction that makes it visible: nothing is lost between the two, and a killed worker forgets nothing.
 *
 * @param tell a sentence about trouble
 */
export function recomputing(db: Db, tell: (text: string) => void): Worker {
  const stop = new AbortController();
  const ended = watch(db, tell, stop.signal);
  return {
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

async function watch(db: Db, tell: (text: string) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const trouble = await once(db, signal).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (trouble !== undefined) tell(`The numbers could not be brought up to date: ${trouble}`);
    await pause(trouble === undefined ? every : afterTrouble, signal);
  }
}

/** One round over all institutions; answers the trouble of the first course that failed. */
async function once(db: Db, signal: AbortSignal): Promise<string | undefined> {
  const touched = await db.selectFrom('ops.dirtyWeek').select(['institutionId', 'courseId']).distinct().execute();
  let trouble: string | undefined;
  for (const { institutionId, courseId } of touched) {
    if (signal.aborted) break;
    const { failed } = await compute(db, institutionId, { courseIds: [courseId] });
    trouble ??= failed[0] && `course ${failed[0].courseId}: ${failed[0].message}`;
  }
  return trouble;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
