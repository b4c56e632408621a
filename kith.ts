#!/usr/bin/env node
import { main } from '@kith/etl/cli/main.ts';
import type { Command } from '@kith/etl/cli/command.ts';
import { accessLog } from '@kith/etl/cli/access-log.ts';
import { backup } from '@kith/etl/cli/backup.ts';
import { backtest } from '@kith/etl/cli/backtest.ts';
import { compute } from '@kith/etl/cli/compute.ts';
import { course } from '@kith/etl/cli/course.ts';
import { definition } from '@kith/etl/cli/definition.ts';
import { demoWith } from '@kith/etl/cli/demo.ts';
import { detect } from '@kith/etl/cli/detect.ts';
import { doctor } from '@kith/etl/cli/doctor.ts';
import { erase } from '@kith/etl/cli/erase.ts';
import { exportReport } from '@kith/etl/cli/export/export.ts';
import { report } from '@kith/etl/cli/reports/report.ts';
import { explain } from '@kith/etl/cli/explain.ts';
import { grant } from '@kith/etl/cli/grant.ts';
import { ingest } from '@kith/etl/cli/ingest.ts';
import { init } from '@kith/etl/cli/init.ts';
import { learners } from '@kith/etl/cli/learners.ts';
import { match } from '@kith/etl/cli/match.ts';
import { network } from '@kith/etl/cli/network.ts';
import { provider } from '@kith/etl/cli/provider.ts';
import { pull } from '@kith/etl/cli/pull.ts';
import { receiver } from '@kith/etl/cli/receiver.ts';
import { rejects } from '@kith/etl/cli/rejects.ts';
import { restore } from '@kith/etl/cli/restore.ts';
import { retention } from '@kith/etl/cli/retention.ts';
import { runs } from '@kith/etl/cli/runs.ts';
import type { Lent } from '@kith/etl/cli/serving.ts';
import { simulate } from '@kith/etl/cli/simulate.ts';
import { source } from '@kith/etl/cli/source.ts';
import { term } from '@kith/etl/cli/term.ts';
import { unit } from '@kith/etl/cli/unit.ts';
import { upWith } from '@kith/etl/cli/up.ts';
import { user } from '@kith/etl/cli/user.ts';

const { stdout, stderr, env, argv } = process;

/** `up` and `demo` serve pages, and the ETL knows no API: the server is lent to them. */
const lent: Lent = {
  // Loaded when it is needed: the other commands start faster without.
  startServer: async (options) => {
    const { mailSettings } = await import('@kith/api/mail/mailer.ts');
    const { startServer } = await import('@kith/api/server.ts');
    return startServer({
      ...options,
      metricsToken: env.KITH_METRICS_TOKEN,
      mail: mailSettings(env),
      publicUrl: env.KITH_URL,
    });
  },
  root: import.meta.dirname,
};

/** Every command, in the order in which an institution meets them: the order of `kith help`. */
const commands: readonly Command[] = [
  demoWith(lent),
  upWith(lent),
  init,
  unit,
  term,
  course,
  source,
  receiver,
  pull,
  user,
  grant,
  definition,
  accessLog,
  provider,
  detect,
  ingest,
  runs,
  rejects,
  match,
  compute,
  learners,
  network,
  report,
  exportReport,
  explain,
  simulate,
  backtest,
  erase,
  retention,
  backup,
  restore,
  doctor,
];

const stop = new AbortController();
process.on('SIGINT', interrupted);
process.on('SIGTERM', interrupted);
// `kith runs | head` closes the pipe: there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await main(commands, argv.slice(2), { stdout, stderr, env, signal: stop.signal });
// Something that hangs after Ctrl-C must not hold the terminal.
if (stop.signal.aborted) setTimeout(() => process.exit(), 1000).unref();

/** The first Ctrl-C asks, the second insists. */
function interrupted(): void {
  if (stop.signal.aborted) process.exit(130);
  stop.abort();
}
