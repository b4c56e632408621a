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
  /** Seconds until each step was over: the digest of the file, reading and staging, checking and merging. */
  readonly profile: Readonly<Record<string, number>>;
}

/**
 * Loads one file into the source "bench" in a process of its own, so that its memory is its own too. The environment
 * says which: BENCH_URL, BENCH_INSTITUTION, BENCH_FILE. Prints one line of JSON.
 */
const { BENCH_URL: url, BENCH_INSTITUTION: institution, BENCH_FILE: file } = process.env;
if (url === undefined || institution === undefined || file === undefined) throw new Error('Started by npm run bench.');

const started = performance.now();
const since = (): number => (performance.now() - started) / 1000;
const reached = new Map<'run' | 'merging', number>();
const db = connect(url, { max: 2, name: 'kith bench' });
const report = await load(db, {
  institutionId: Number(institution),
  source: 'bench',
  connector: native,
  input: await openInput([file]),
  context: { timezone: 'UTC' },
  mode: 'event',
  onRun: () => void reached.set('run', since()),
  onProgress: ({ step }) => {
    if (step === 'merging') reached.set('merging', since());
  },
});
const ended = since();
const digested = reached.get('run') ?? ended;
const staged = reached.get('merging') ?? ended;
await db.destroy();
if (report.state !== 'visible') throw new Error(`The load is ${report.state}: ${report.message ?? ''}`);
const once: LoadOnce = {
  new: report.new,
  unchanged: report.unchanged,
  seconds: report.seconds,
  profile: {
    'digest of the file': digested,
    'read, check and stage': staged - digested,
    'compare and merge': ended - staged,
  },
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(once)}\n`);
