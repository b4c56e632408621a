import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { canEnter, ownerOf, serverUser, type ServerUser } from './server-user.ts';

/** Where a cluster lives and which account runs it (undefined: our own). */
export interface Place {
  readonly home: string;
  readonly user: ServerUser | undefined;
}

/** Folders that every account may enter, best first; the last resort may not survive a reboot. */
const shared = () => ['/var/lib/kith', '/var/tmp/kith', path.join(tmpdir(), 'kith')];

/**
 * Decides where the cluster of a Kith folder lives: in the folder itself, or, when Kith runs as root and the server's
 * account cannot enter that folder (a home of mode 700), in a shared folder it can enter. The choice is written to
 * `<dir>/cluster-home`, so that every later command finds the same cluster.
 */
export async function placeOf(folder: string): Promise<Place> {
  await privateFolder(folder);
  const dir = await realpath(folder); // one cluster has one name, however the folder is reached
  const remembered = await readFile(path.join(dir, 'cluster-home'), 'utf8').catch(() => undefined);
  const home = remembered?.trim() ?? dir;
  const existing = await stat(path.join(home, 'cluster')).catch(() => undefined);
  const user = existing ? ownerOf(path.join(home, 'cluster')) : serverUser();
  if (canEnter(user, home)) return { home, user };
  if (existing)
    throw new Error(
      `The account that owns ${home}/cluster cannot enter ${home}. Make its parents enterable (chmod o+x), or move .kith.`,
    );
  const elsewhere = path.join(await sharedFolder(), createHash('sha256').update(dir).digest('hex').slice(0, 16));
  await mkdir(elsewhere, { recursive: true, mode: 0o711 });
  await writeFile(path.join(dir, 'cluster-home'), `${elsewhere}\n`);
  return { home: elsewhere, user };
}

/** Makes, once, a root-owned folder outside the project which every account may enter. */
export async function sharedFolder(): Promise<string> {
  for (const folder of shared()) {
    try {
      if (await mkdir(folder, { recursive: true, mode: 0o755 })) await chmod(folder, 0o755);
      // In a world-writable parent somebody else may have made it first; root must not trust what lies there.
      if ((await stat(folder)).uid === 0 && canEnter(serverUser(), folder)) return folder;
    } catch {
      continue; // read-only or full: the next one
    }
  }
  throw new Error(
    `None of ${shared().join(', ')} can be used for the database. Free one of them, or set DATABASE_URL.`,
  );
}

async function privateFolder(dir: string): Promise<void> {
  // Enterable, not listable: the server's account must pass through; each secret file has mode 600 by itself.
  if (await mkdir(dir, { recursive: true })) await chmod(dir, 0o711);
}
