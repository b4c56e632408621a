import { execFile } from 'node:child_process';
import { chmod, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { temporaryFolder } from '../support/temporary-folder.ts';
import { Tally, type Outcome, type Skipped } from './outcome.ts';
import { disturb, undisturbed, type Undisturbed } from './repeat.ts';
import { answering } from './restarts.ts';
import { openStand, type Tables } from './stand.ts';

const fault = 'disk of the database full';
const run = promisify(execFile);
const megabyte = 2 ** 20;
/** Small pieces of log, so that a small disk holds a server at all. */
const settings = { max_wal_size: '64MB', min_wal_size: '32MB', shared_buffers: '32MB' };

/**
 * The data folder lies on a small disk in memory. All but a few megabytes of it are taken while a load runs; then they
 * are given back and the same command comes again.
 */
export async function fullDisk(
  calm: Pick<Undisturbed, 'material'>,
  { times, tell }: { times: number; tell: (line: string) => void },
): Promise<Outcome | Skipped> {
  const { folder, remove } = await temporaryFolder();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=755', 'tmpfs', folder]);
  } catch {
    await remove();
    return {
      fault,
      skipped: 'A small disk in memory cannot be mounted here: that takes the rights of the administrator.',
    };
  }
  try {
    return await onSmallDisk(folder, calm, { times, tell });
  } finally {
    await run('umount', ['--lazy', folder]);
    await remove();
  }
}

async function onSmallDisk(
  folder: string,
  { material }: Pick<Undisturbed, 'material'>,
  { times, tell }: { times: number; tell: (line: string) => void },
): Promise<Outcome> {
  const stand = await openStand(path.join(folder, 'kith'), settings);
  const tally = new Tally(fault);
  const ballast = path.join(folder, 'ballast');
  try {
    const calm = await undisturbed(stand, material);
    for (let time = 0; time < times; time++) {
      const left = [1, 3, 6, 9, 14][time % 5]!;
      tell(`disk full ${time + 1} of ${times}: ${left} MB left`);
      let tables: Tables | undefined;
      await disturb(stand, calm, tally, {
        moment: (time % 4) / 4,
        async harm(_loading, hit) {
          tables = hit;
          await fillUp(folder, ballast, left * megabyte);
        },
        async mend() {
          await rm(ballast, { force: true });
          if (tables) await answering(tables);
        },
      });
    }
  } finally {
    await rm(ballast, { force: true });
    await stand.close();
  }
  return tally.outcome();
}

/** Takes all room of the disk but `left` bytes. */
async function fillUp(folder: string, ballast: string, left: number): Promise<void> {
  await writeFile(ballast, '');
  await chmod(ballast, 0o600);
  for (let attempt = 0; attempt < 10; attempt++) {
    const { bavail, bsize } = await statfs(folder);
    const bytes = bavail * bsize - left;
    if (bytes <= 0) return;
    // The server writes meanwhile, and may have been faster.
    if (
      await run('fallocate', ['-l', String(bytes), ballast]).then(
        () => true,
        () => false,
      )
    )
      return;
  }
}
