import { readFile, rename, rm, stat, truncate, writeFile, chown } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import type { Cluster } from './cluster.ts';
import { execute } from './execute.ts';
import { choosePort } from './port.ts';
import { configurationText, defaultSettings, type Settings } from './settings.ts';

/** What a running server writes about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The server that says it runs this cluster; undefined when none says so. It may be dead: see {@link isAlive}. */
export async function readPostmaster({ data }: Pick<Cluster, 'data'>): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** Does the process live, and is it the server of this cluster, not a stranger with the same number? */
export function isAlive({ data }: Pick<Cluster, 'data'>, { pid }: Postmaster): boolean {
  try {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes(data);
  } catch {
    return false;
  }
}

/** Starts the server and waits until it answers. Returns the reason when it did not start. */
export async function startPostmaster(cluster: Cluster, settings: Settings): Promise<string | undefined> {
  await configure(cluster, settings);
  await clearStalePid(cluster);
  const port = await choosePort(cluster);
  const options = ['start', '-w', '-t', '60', '-D', cluster.data, '-l', cluster.log, '-o', `-p ${port}`];
  const { code, output } = await execute(cluster.binaries.pgCtl, options, cluster.user);
  if (code === 0) return undefined;
  const log = await readFile(cluster.log, 'utf8').catch(() => '');
  return `${output}\n${log.trim().split('\n').slice(-5).join('\n')}`;
}

/** Stops the server at once but cleanly: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  await execute(cluster.binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-t', '60', '-D', cluster.data], cluster.user);
}

async function configure(cluster: Cluster, settings: Settings): Promise<void> {
  const file = path.join(cluster.folder, 'kith.conf');
  const half = `${file}.${process.pid}`;
  await writeFile(half, configurationText({ ...defaultSettings(), ...settings }));
  if (cluster.user) await chown(half, cluster.user.uid, cluster.user.gid);
  await rename(half, file);
  const log = await stat(cluster.log).catch(() => undefined);
  if (log && log.size > 10 * 2 ** 20) await truncate(cluster.log); // nobody rotates it
}

/**
 * Postgres clears the pid file of a killed server by itself, except where another process of the same account has that
 * number by now, as happens in containers. We move the file aside, and back should it be a new server's after all.
 */
async function clearStalePid(cluster: Cluster): Promise<void> {
  const stale = await readPostmaster(cluster);
  if (!stale || isAlive(cluster, stale)) return;
  const file = path.join(cluster.data, 'postmaster.pid');
  const aside = path.join(cluster.folder, `stale-pid-${process.pid}`);
  await rename(file, aside).catch(() => undefined);
  const moved = Number((await readFile(aside, 'utf8').catch(() => '')).split('\n')[0]);
  if (moved === stale.pid || Number.isNaN(moved)) await rm(aside, { force: true });
  else await rename(aside, file);
}
