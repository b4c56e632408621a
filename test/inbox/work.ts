import { startWorker } from '@kith/etl/jobs/worker.ts';
import { connect } from '@kith/sql/connect.ts';

/** A worker in a process of its own, for a test to kill: looks into its inbox several times a second. */
const [jobsUrl = '', etlUrl = '', root = ''] = process.argv.slice(2);
await startWorker({
  jobsUrl,
  db: connect(etlUrl),
  inbox: { root, settledFor: 50 },
  tell: (text) => process.stderr.write(`${text}\n`),
  sweepEvery: 100,
});
process.stdout.write('working\n');
