import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { binariesFor, type Binaries } from './binaries.ts';
import { writeOwned } from './owned-file.ts';
import type { Place } from './place.ts';
import { execute } from './execute.ts';
import type { ServerUser } from './server-user.ts';

/** A cluster on disk, running or not. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly user: ServerUser | undefined;
  readonly binaries: Binaries;
}

/** The cluster's superuser. Only migrations and administration sign in with it. */
export const superuser = 'kith';

/**
 * The cluster of a place, made first when there is none (about 1.5 s). Made beside its final name and renamed in one
 * step, password included: a kill half way leaves nothing that looks like a cluster, and of two commands at once one wins.
 */
export async function openCluster({ home, user }: Place): Promise<Cluster> {
  const folder = path.join(home, 'cluster');
  const binaries = await binariesFor(user);
  if (!(await stat(folder).catch(() => undefined))) {
    const made = await initialise(home, user, binaries);
    await rename(made, folder).catch(() => rm(made, { recursive: true }));
  }
  await refuseOtherVersion(folder, binaries, user);
  const password = (await readFile(path.join(folder, 'password'), 'utf8')).trim();
  return { folder, data: path.join(folder, 'data'), log: path.join(folder, 'server.log'), password, user, binaries };
}

async function initialise(home: string, user: ServerUser | undefined, binaries: Binaries): Promise<string> {
  await sweep(home);
  const folder = await mkdtemp(path.join(home, 'cluster.new-'));
  const [data, password] = [path.join(folder, 'data'), path.join(folder, 'password')];
  await mkdir(data, { mode: 0o700 });
  await writeOwned(password, randomBytes(24).toString('base64url'), user);
  if (user) for (const made of [folder, data]) await chown(made, user.uid, user.gid);
  // The built-in C.UTF-8 sorts alike on every machine; locales of the operating system change with its upgrades.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${password}`];
  const { code, output } = await execute(binaries.initdb, [`--pgdata=${data}`, ...locale, ...access], user);
  if (code !== 0) throw new Error(`The database cluster could not be made in ${home}: ${output}`);
  await appendFile(path.join(data, 'postgresql.conf'), `\ninclude '../kith.conf'\n`);
  return folder;
}

/** Removes what a killed initialisation left behind, but nothing young enough to be another command at work. */
async function sweep(home: string): Promise<void> {
  for (const name of (await readdir(home)).filter((entry) => entry.startsWith('cluster.new-'))) {
    const { mtimeMs } = await stat(path.join(home, name));
    if (Date.now() - mtimeMs > 10 * 60_000) await rm(path.join(home, name), { recursive: true, force: true });
  }
}

async function refuseOtherVersion(folder: string, binaries: Binaries, user: ServerUser | undefined): Promise<void> {
  const theirs = (await readFile(path.join(folder, 'data', 'PG_VERSION'), 'utf8')).trim();
  const { output } = await execute(binaries.postgres, ['--version'], user);
  const ours = /(\d+)\./.exec(output)?.[1];
  if (theirs === ours) return;
  throw new Error(
    `The cluster in ${folder} was made by Postgres ${theirs}, and this Kith brings Postgres ${ours}. ` +
      'Run the Kith version that made it and export, or serve the folder with its own Postgres through DATABASE_URL.',
  );
}
