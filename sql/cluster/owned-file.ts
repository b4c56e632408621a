import { randomBytes } from 'node:crypto';
import { open, rename } from 'node:fs/promises';

import type { ServerUser } from './server-user.ts';

/**
 * Writes a file that belongs to the server's account, in one step: readers see the old text or the new.
 * Written beside and renamed, never through what already has that name: the folder is the server's account's, and root
 * must not follow a link that lies there.
 */
export async function writeOwned(
  file: string,
  text: string,
  user: ServerUser | undefined,
  mode = 0o600,
): Promise<void> {
  const half = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = await open(half, 'wx', mode);
  try {
    await handle.writeFile(text);
    if (user) await handle.chown(user.uid, user.gid);
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
