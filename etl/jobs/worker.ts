import path from 'node:path';
import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';

import { findLost } from '../load/lost.ts';
import type { SendDigest } from '../digest/send-due.ts';
import type { SendInvitation } from '../pulse/send-invitations.ts';
import type { Inbox } from '../inbox/take-folder.ts';
import { cohortTasks } from './cohorts.ts';
import { digestTasks } from './digests.ts';
import { exportsOn } from './exports.ts';
import { intakeOn } from './intake.ts';
import { loggerTelling, makeQueue, queueSchema } from './queue.ts';
import { outcomeTasks } from './outcomes.ts';
import { pulseTasks } from './pulses.ts';
import { tasksOn } from './recompute.ts';
import { rollOver } from './roll-over.ts';
import { reportsOn } from './reports.ts';
import { releaseOrphans } from './release-orphans.ts';
import { rightsTasks } from './rights.ts';
import { rosterTasks } from './rosters.ts';
import { sealAccessLog } from './seal.ts';
import { sourceTasks } from './sources.ts';
import { statementTasks } from './statements.ts';

/**
 * When something is done that nobody has to ask for: minute, hour, day of month, month, weekday (UTC), and what. Clocks
 * everywhere strike midnight on a quarter of an hour; a week closes a minute later. `fill`: a machine that is off at that hour
 * every Monday does it when it is on again.
 */
const timetable = `
1,16,31,46 * * * * close_weeks
6 * * * * seal_access_log
30 3 * * * keep_keys
16 * * * * roll_over
20 4 * * 1 keep_retention ?fill=1w
21 * * * * weigh_outcomes
*/15 * * * * send_digests
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
  /** Opens Kith's own signing keys and secrets; without it nothing is fetched that asks for one. */
  readonly secretKey?: SecretKey;
  /** Hears a sentence about trouble; the same one not twice in a row. */
  readonly tell: (text: string) => void;
  /** Kith's folder for dropped files; without it nothing is taken in. */
  readonly spool?: string | undefined;
  /** Where watched folders lie; without it those that are configured are told so. */
  readonly inbox?: Inbox | undefined;
  /** Where scheduled reports are laid; without it those that are due are told so. */
  readonly outbox?: string | undefined;
  /** Sends the weekly word; without it none is sent. */
  readonly sendDigest?: SendDigest | undefined;
  /** Sends an invitation to the belonging pulse; without it they are found by whoever signs in. */
  readonly sendInvitation?: SendInvitation | undefined;
  /** How often to look for what nobody told of, in ms. */
  readonly sweepEvery?: number;
}

/**
 * Works off the queue until stopped: one computation at a time, because one with much to compute takes all
 * processors; beside it one load of what was dropped on the data page, one of a source that runs by itself, and one
 * export or report.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const {
    jobsUrl,
    db,
    secretKey,
    spool,
    inbox = { root: undefined },
    sendDigest,
    sendInvitation,
    sweepEvery = 10_000,
  } = options;
  await makeQueue(jobsUrl);
  await releaseOrphans(jobsUrl);
  const pool = poolFor(jobsUrl);
  const stopping = new AbortController();
  const keeping: TaskList = {
    ...tasksOn(db),
    seal_access_log: async () => {
      await sealAccessLog(db);
    },
    roll_over: async () => rollOver(db),
    sweep_loads: async () => {
      await findLost(db);
    },
    ...outcomeTasks(db),
    ...digestTasks(db, sendDigest),
    ...cohortTasks(db),
    ...pulseTasks(db, sendInvitation),
    ...rosterTasks(db, secretKey),
    ...rightsTasks(db, { folder: spool === undefined ? undefined : path.dirname(spool), inbox: inbox.root }),
    ...statementTasks(db),
  };
  const keeper = await startRunner(options, pool, keeping, timetable);
  const fetcher = await startRunner(options, pool, sourceTasks(db, { secretKey, inbox }));
  const rounds = [
    { look: 'sweep', runner: keeper },
    { look: 'sweep_statements', runner: keeper },
    { look: 'sweep_sources', runner: fetcher },
    { look: 'sweep_loads', runner: keeper },
    { look: 'sweep_rights', runner: keeper },
    { look: 'sweep_pulses', runner: keeper },
    { look: 'sweep_cohorts', runner: keeper },
  ];
  if (spool !== undefined) {
    rounds.push({ look: 'look-for-intake', runner: await startRunner(options, pool, intakeOn(db, spool)) });
    // Beside the others: a large export takes minutes.
    const [folder, { signal }] = [path.dirname(spool), stopping];
    const tasks = { ...exportsOn(db, folder, signal), ...reportsOn(db, { folder, outbox: options.outbox, signal }) };
    const exporting = await startRunner(options, pool, tasks);
    rounds.push({ look: 'sweep_exports', runner: exporting }, { look: 'sweep_reports', runner: exporting });
  }
  const sweep = async () => {
    for (const { look, runner } of rounds) {
      await runner.addJob(look, {}, { jobKey: look, maxAttempts: 1 }).catch(() => undefined); // the next one finds it
    }
  };
  await sweep();
  // What came due while Kith stood still is done now, not at its next hour.
  for (const due of ['seal_access_log', 'roll_over', 'keep_keys', 'close_weeks', 'weigh_outcomes']) {
    await keeper.addJob(due, {}, { jobKey: due });
  }
  const sweeping = setInterval(() => void sweep(), sweepEvery);
  return {
    async stop() {
      clearInterval(sweeping);
      stopping.abort();
      for (const runner of new Set(rounds.map((round) => round.runner))) await runner.stop();
      await pool.end(); // not before its last connection is closed
    },
  };
}

/** Connections of all runners: each listens, works and looks for work. One that breaks is replaced when it is needed. */
function poolFor(jobsUrl: string): Pool {
  const pool = new Pool({ connectionString: jobsUrl, max: 12 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function startRunner({ tell }: WorkerOptions, pgPool: Pool, taskList: TaskList, crontab = '') {
  let last = '';
  return run({
    pgPool,
    schema: queueSchema,
    concurrency: 1,
    noHandleSignals: true,
    logger: loggerTelling((text) => {
      if (text !== last) tell(text);
      last = text;
    }),
    taskList,
    crontab,
  });
}
