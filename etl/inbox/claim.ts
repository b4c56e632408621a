import { mkdir, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

import { InboxTrouble } from './inbox.ts';

/** Files of a watched folder that were taken together. They lie in `reading/<name>` until all of them are read. */
export interface Claim {
  /** The watched folder. */
  readonly folder: string;
  /** Its instant, as a name: `2026-11-22 06-30-00.250`. Read and refused files lie under the same name. */
  readonly name: string;
}

export const placeOf = ({ folder, name }: Claim): string => path.join(folder, 'reading', name);

/** What an earlier run took and did not finish, the oldest first. */
export async function unfinished(folder: string): Promise<Claim[]> {
  const entries = await readdir(path.join(folder, 'reading'), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.toSorted().map((name) => ({ folder, name }));
}

/**
 * Takes entries of a watched folder by renaming them: what is written under their names from now on is another file, and
 * waits for the next run. Throws {@link InboxTrouble} where Kith may not.
 */
export async function claim(folder: string, entries: readonly string[], now: Date): Promise<Claim> {
  try {
    const taken = { folder, name: await freshFolder(path.join(folder, 'reading'), now) };
    for (const entry of entries) await rename(path.join(folder, entry), path.join(placeOf(taken), entry));
    return taken;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new InboxTrouble(
      `Kith may not move files in the folder “${path.basename(folder)}” (${code}).`,
      'Give the account that runs Kith the right to write and rename there.',
    );
  }
}

/** Makes a folder that is named by an instant; one in the same millisecond gets a number. */
async function freshFolder(where: string, now: Date): Promise<string> {
  await mkdir(where, { recursive: true });
  const instant = now.toISOString().replace('T', ' ').replace('Z', '').replaceAll(':', '-');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? instant : `${instant} (${String(number)})`;
    try {
      await mkdir(path.join(where, name));
      return name;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
