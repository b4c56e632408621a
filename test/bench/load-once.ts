import { native } from '@kith/etl/extract/native/native.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { load } from '@kith/etl/load/load.ts';
import { connect } from '@kith/sql/connect.ts';

/** What a load in a process of its own came to. */
export interface LoadOnce {
  readonly new: number;
  readonly unchanged: number;
  readonly seconds: number;
  /** Most memory the process ever held, in MB (2^20 bytes). */
  readonly peakMb: number;
}

/**
 * Loads one file into the source "bench" in a process of its own, so that its memory is its own too. The environment
 * says which: BENCH_URL, BENCH_INSTITUTION, BENCH_FILE. Prints one line of JSON.
 */
const { BENCH_URL: url, BENCH_INSTITUTION: institution, BENCH_FILE: file } = process.env;
if (url === undefined || institution === undefined || file === undefined) throw new Error('Started by npm run bench.');

const db = connect(url, { max: 2, name: 'kith bench' });
const report = await load(db, {
  institutionId: Number(institution),
  source: 'bench',
  connector: native,
  input: await openInput([file]),
  context: { timezone: 'UTC' },
  mode: 'event',
});
await db.destroy();
if (report.state !== 'visible') throw new Error(`The load is ${report.state}: ${report.message ?? ''}`);
const once: LoadOnce = {
  new: report.new,
  unchanged: report.unchanged,
  seconds: report.seconds,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(once)}\n`);
