import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { randomOf } from '@kith/etl/simulate/random.ts';

import { clock } from './clock.ts';
import { cuts } from './cuts.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import { writeMaterial } from './material.ts';
import type { Outcome, Skipped } from './outcome.ts';
import { undisturbed } from './repeat.ts';
import { allHeld, asMarkdown, asText } from './report.ts';
import { restarts } from './restarts.ts';
import { openStand } from './stand.ts';
import { twoAtOnce } from './two-at-once.ts';

/**
 * `npm run faults`: what happens to loads that are killed, cut off, left without a server, a disk or a clock. `--kills`
 * and `--times` (of each other fault) make it shorter, `--minutes` ends the kills
 * early, `--only` names faults, `--keep` writes docs/faults.md. Ends with 1
 * where something does not hold.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    times: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', multiple: true },
    keep: { type: 'boolean', default: false },
    rows: { type: 'string', default: '16000' },
    minutes: { type: 'string', default: '240' },
  },
});
const [count, times, activity] = [Number(values.kills), Number(values.times), Number(values.rows)];
const random = randomOf(Number(values.seed), 'faults');
const tell = (line: string): void => void process.stderr.write(`${line} …\n`);
const [started, begun] = [performance.now(), Date.now()];
tell(`seed ${values.seed}`);

const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
const scratch = await mkdtemp(path.join(tmpdir(), 'kith-faults-'));
const outcomes: (Outcome | Skipped)[] = [];
let lines = 0;
try {
  const material = await writeMaterial(path.join(scratch, 'faults.ndjson'), {
    activity,
    posts: Math.ceil(activity / 10),
  });
  ({ lines } = material);
  const stand = await openStand(path.join(cache, 'kith-faults'));
  try {
    const calm = await undisturbed(stand, material);
    const each = { times, random, tell };
    const faults: Readonly<Record<string, () => Promise<Outcome | Skipped>>> = {
      restarts: () => restarts(stand, calm, each),
      cuts: () => cuts(stand, calm, each),
      disk: () => fullDisk(calm, each),
      two: () => twoAtOnce(stand, calm, { ...each, times: Math.ceil(times / 2) }),
      clock: () => clock(path.join(cache, 'kith-faults-clock'), calm, each),
      kills: () => kills(stand, calm, { ...each, times: count, until: begun + Number(values.minutes) * 60_000 }),
    };
    for (const [name, fault] of Object.entries(faults)) {
      if (values.only && !values.only.includes(name)) continue;
      outcomes.push(await fault());
      process.stdout.write(asText({ outcomes: outcomes.slice(-1), ...about() }));
    }
  } finally {
    await stand.close();
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
if (values.keep)
  await writeFile(path.resolve(import.meta.dirname, '../../docs/faults.md'), asMarkdown({ outcomes, ...about() }));
process.exitCode = allHeld(outcomes) ? 0 : 1;

function about() {
  const minutes = Math.ceil((performance.now() - started) / 60_000);
  return { seed: values.seed, lines, minutes, day: new Date().toISOString().slice(0, 10) };
}
