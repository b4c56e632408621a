import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Random } from '@kith/etl/simulate/random.ts';
import { openCluster } from '@kith/sql/cluster/cluster.ts';
import { placeOf } from '@kith/sql/cluster/place.ts';
import { choosePort } from '@kith/sql/cluster/port.ts';

import { Tally, type Outcome, type Skipped } from './outcome.ts';
import { disturb, undisturbed, type Undisturbed } from './repeat.ts';
import { openStand } from './stand.ts';

const fault = 'clock that jumps while loading, and a kill -9';
const places = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
  (machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`,
);
/** Days from now. */
const jumps = [0, -400, 3, -1, 1500, 40];

/**
 * The clock of the load and of its server jumps to and fro, some of it by years, while rows are read and merged; then the
 * load is killed and given again at another time. Needs libfaketime, of Debian's package `faketime` or by
 * KITH_LIBFAKETIME.
 */
export async function clock(
  folder: string,
  calm: Pick<Undisturbed, 'material'>,
  { times, random, tell }: { times: number; random: Random; tell: (line: string) => void },
): Promise<Outcome | Skipped> {
  const library = await firstOf([process.env.KITH_LIBFAKETIME ?? '', ...places]);
  if (library === undefined) {
    return {
      fault,
      skipped: 'libfaketime is not here. Install the package "faketime", or say where it lies: KITH_LIBFAKETIME.',
    };
  }
  const hands = path.join(folder, 'clock');
  const set = (days: number) => writeFile(hands, `${days < 0 ? '-' : '+'}${Math.abs(days)}d\n`);
  const wrong = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: hands,
    FAKETIME_NO_CACHE: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
  await (await openStand(folder)).close();
  await set(0);
  await chmod(hands, 0o644);
  await startServer(folder, wrong);
  const stand = await openStand(folder);
  const tally = new Tally(fault);
  try {
    // With another clock another "today": which weeks are over is compared with nothing.
    const here = await undisturbed(stand, calm.material);
    for (let time = 1; time <= times; time++) {
      tell(`clock ${time} of ${times}`);
      const ticking = setInterval(() => void set(random.pick(jumps)), 60);
      await disturb(stand, here, tally, {
        moment: random.unit(),
        env: wrong,
        harm: ({ child }) => void child.kill('SIGKILL'),
        except: ['weeks'],
      }).finally(() => clearInterval(ticking));
    }
  } finally {
    await set(0);
    await stand.close();
  }
  return tally.outcome();
}

async function startServer(folder: string, env: Readonly<Record<string, string>>): Promise<void> {
  const cluster = await openCluster(await placeOf(folder));
  const words = [
    'start',
    '-w',
    '-t',
    '60',
    '-D',
    cluster.data,
    '-l',
    cluster.log,
    '-o',
    `-p ${await choosePort(cluster)}`,
  ];
  const options = {
    ...cluster.user,
    cwd: '/',
    stdio: 'ignore' as const,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...env },
  };
  // What it says is not read: the server holds its pipes for as long as it lives.
  const [code] = (await once(spawn(cluster.binaries.pgCtl, words, options), 'exit')) as [number | null];
  if (code !== 0) throw new Error('The server did not start under another clock.');
}

async function firstOf(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    if (
      file !== '' &&
      (await access(file).then(
        () => true,
        () => false,
      ))
    )
      return file;
  }
  return undefined;
}
