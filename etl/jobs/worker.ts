import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { run } from 'graphile-worker';

import { loggerTelling, makeQueue, queueSchema } from './queue.ts';
import { tasksOn } from './recompute.ts';
import { rollOver } from './roll-over.ts';
import { rosterTasks } from './rosters.ts';
import { sealAccessLog } from './seal.ts';
import { statementTasks } from './statements.ts';

/**
 * When something is done that nobody has to ask for: minute, hour, day of month, month, weekday (UTC), and what. Clocks
 * everywhere strike midnight on a quarter of an hour; a week closes a minute later.
 */
const timetable = `
1,16,31,46 * * * * close_weeks
6 * * * * seal_access_log
30 3 * * * keep_keys
16 * * * * roll_over
`;

export interface Worker {
  /** Ends after the job at hand. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  /** URL of the login kith_jobs, which owns the queue. */
  readonly jobsUrl: string;
  /** Signed in as kith_etl: who does the work. */
  readonly db: Db;
  /** Opens Kith's own signing keys; without it no roster is fetched from a platform. */
  readonly secretKey?: SecretKey;
  /** Hears a sentence about trouble; the same one not twice in a row. */
  readonly tell: (text: string) => void;
  /** How often to look for what nobody told of, in ms. */
  readonly sweepEvery?: number;
}

/** Works off the queue until stopped, one job at a time: a job with much to compute takes all processors, below the pages. */
export async function startWorker({
  jobsUrl,
  db,
  secretKey,
  tell,
  sweepEvery = 10_000,
}: WorkerOptions): Promise<Worker> {
  await makeQueue(jobsUrl);
  let last = '';
  const runner = await run({
    connectionString: jobsUrl,
    schema: queueSchema,
    maxPoolSize: 3,
    concurrency: 1,
    noHandleSignals: true,
    logger: loggerTelling((text) => {
      if (text !== last) tell(text);
      last = text;
    }),
    taskList: {
      ...tasksOn(db),
      seal_access_log: async () => {
        await sealAccessLog(db);
      },
      roll_over: async () => rollOver(db),
      ...rosterTasks(db, secretKey),
      ...statementTasks(db),
    },
    crontab: timetable,
  });
  const look = (task: string) => runner.addJob(task, {}, { jobKey: task, maxAttempts: 1 }).catch(() => undefined); // the next one finds it
  const sweep = () => Promise.all(['sweep', 'sweep_statements'].map(look));
  await sweep();
  // What came due while Kith stood still is done now, not at its next hour.
  for (const due of ['seal_access_log', 'roll_over', 'keep_keys', 'close_weeks'])
    await runner.addJob(due, {}, { jobKey: due });
  const sweeping = setInterval(() => void sweep(), sweepEvery);
  return {
    async stop() {
      clearInterval(sweeping);
      await runner.stop();
    },
  };
}
