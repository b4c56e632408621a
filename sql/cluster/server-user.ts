import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The account the database server runs as when Kith itself runs as root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** True where Postgres would refuse to start, because it never runs as root. */
export const runsAsRoot = (): boolean => process.getuid?.() === 0;

/**
 * An unprivileged account for the server: `kith` or `postgres` when the machine has one, else a new system
 * account `kith`, else `nobody`. Undefined when Kith does not run as root and the server simply runs as ourselves.
 */
export function serverUser(): ServerUser | undefined {
  if (!runsAsRoot()) return undefined;
  return account('kith') ?? account('postgres') ?? created('kith') ?? nobody();
}

/** The owner of an existing cluster; Postgres accepts no other account for it. */
export function ownerOf(folder: string): ServerUser | undefined {
  if (!runsAsRoot()) return undefined;
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

/** Can this account enter the folder? Asked of the system itself, so that access lists and mounts count too. */
export const canEnter = (user: ServerUser | undefined, folder: string): boolean =>
  user === undefined ||
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;

function account(name: string): ServerUser | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // no such account
  }
}

function created(name: string): ServerUser | undefined {
  // useradd is the usual tool; Alpine has adduser instead. Where neither works we look again and find nothing.
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' });
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', name], { stdio: 'ignore' });
  return account(name);
}

function nobody(): ServerUser {
  const user = account('nobody');
  if (user) return user;
  throw new Error(
    'Postgres does not run as root, and no unprivileged account could be found or made. ' +
      'Create one with "useradd --system kith", run Kith as an ordinary user, or set DATABASE_URL.',
  );
}
