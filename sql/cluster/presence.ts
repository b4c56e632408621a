import { setTimeout as sleep } from 'node:timers/promises';

import { Client, DatabaseError } from 'pg';

import { superuser, type Cluster } from './cluster.ts';
import { isAlive, readPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import type { Settings } from './settings.ts';

/**
 * Who uses the cluster is known by the cluster itself: every command holds a shared advisory lock on a connection of
 * its own. The lock ends with the connection, so a killed command never counts, and no lock file can go stale.
 */
const inUse = 7_151_402; // any number; the same in every version of Kith

/** How long to wait for a start, a recovery after a crash, or another command's stop. */
const patience = 90_000;

/** Our connection, on which the lock is held. While idle it does not keep the process alive. */
type Hold = Client & { ref(): void; unref(): void }; // both exist in pg; its types forgot them

export interface Presence {
  readonly client: Hold;
  readonly port: number;
  readonly started: boolean;
}

/** Joins the users of the cluster, starting the server when none answers. */
export async function enter(cluster: Cluster, settings: Settings): Promise<Presence> {
  const until = Date.now() + patience;
  let started = false;
  let reason: string | undefined;
  for (;;) {
    const joined = await attach(cluster);
    if (joined) {
      joined.client.unref();
      return { ...joined, started };
    }
    if (Date.now() > until)
      throw new Error(`The database in ${cluster.folder} does not start: ${reason ?? 'it does not answer'}`);
    const running = await readPostmaster(cluster);
    if (running && isAlive(cluster, running))
      await sleep(100); // still starting, recovering or stopping
    else {
      reason = await startPostmaster(cluster, settings);
      started = reason === undefined;
      if (!started) await sleep(250); // perhaps another command was faster, or old processes are still ending
    }
  }
}

/** Leaves the cluster, and stops it when nobody else is there. A command that enters meanwhile waits and starts it again. */
export async function leave(cluster: Cluster, { client }: Presence): Promise<void> {
  client.ref();
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [inUse]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [inUse]);
    if (rows[0]?.last) await stopPostmaster(cluster);
  } finally {
    await client.end().catch(() => undefined); // the server may have closed it already
  }
}

/** How many commands use the cluster now, this one included. */
export async function usersOf({ client }: Presence): Promise<number> {
  const sql = `select count(*)::int as users from pg_locks where locktype = 'advisory' and objid = $1 and granted`;
  client.ref();
  const { rows } = await client.query<{ users: number }>(sql, [inUse]);
  client.unref();
  return rows[0]?.users ?? 0;
}

async function attach(cluster: Cluster): Promise<Omit<Presence, 'started'> | undefined> {
  const running = await readPostmaster(cluster);
  if (!running) return undefined;
  const { port } = running;
  const account = { user: superuser, password: cluster.password, database: 'postgres' };
  const client = new Client({ host: '127.0.0.1', port, ...account, application_name: 'kith presence' }) as Hold;
  client.on('error', () => undefined); // the end of the connection is noticed by "end"
  try {
    await client.connect();
    const { rows } = await client.query<{ data: string }>(`select current_setting('data_directory') as data`);
    if (rows[0]?.data !== cluster.data) throw new Error('another cluster');
    await client.query('select pg_advisory_lock_shared($1)', [inUse]);
    return { client, port };
  } catch (error) {
    await client.end().catch(() => undefined);
    // 28: the password is refused. Everything else (not up yet, going down, gone) passes with time.
    if (error instanceof DatabaseError && error.code?.startsWith('28')) {
      throw new Error(
        `The database in ${cluster.folder} refuses its own password file. Restore ${cluster.folder}/password.`,
        { cause: error },
      );
    }
    return undefined;
  }
}
