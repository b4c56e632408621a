import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Cluster } from './cluster.ts';
import { execute } from './execute.ts';
import { writeOwned } from './owned-file.ts';
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

/**
 * Does the process live, and is it the server of this cluster, not a stranger with the same number? In doubt it is:
 * to take a living server for a dead one would do harm.
 */
export function isAlive({ data }: Pick<Cluster, 'data'>, { pid }: Postmaster): boolean {
  const command = commandOf(pid);
  return command === undefined || command.includes(data);
}

/** A process's command line; empty when there is no such process (or it is but waiting to be buried), undefined when unknown. */
function commandOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return '';
  }
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined; // no such tool here
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

/**
 * Stops the server at once but cleanly: open transactions are rolled back, everything committed is on disk.
 * We wait ourselves: pg_ctl would take a server that another command starts the next instant for the old one, and wait
 * for that to stop.
 */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const running = await readPostmaster(cluster);
  if (!running) return;
  await execute(cluster.binaries.pgCtl, ['stop', '-m', 'fast', '-W', '-D', cluster.data], cluster.user);
  const until = Date.now() + 60_000;
  while ((await readPostmaster(cluster))?.pid === running.pid) {
    if (Date.now() > until || !isAlive(cluster, running)) return;
    await sleep(20);
  }
}

async function configure(cluster: Cluster, settings: Settings): Promise<void> {
  const text = configurationText({ ...defaultSettings(), ...settings });
  await writeOwned(path.join(cluster.folder, 'kith.conf'), text, cluster.user);
  const log = await stat(cluster.log).catch(() => undefined);
  if (log && log.size > 10 * 2 ** 20) await rm(cluster.log); // nobody rotates it
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
