import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

import { isJunk } from '../formats/zip.ts';
import { ownFolders } from './inbox.ts';

/** A file or folder that lies in a watched folder. */
export interface Entry {
  readonly name: string;
  /** Something of it was written a moment ago, or bears the name of a file that is not whole. */
  readonly changing: boolean;
}

/** Names under which copying programs write before they rename. */
const halfWritten = /(\.(part|partial|tmp|temp|filepart|crdownload|download|swp)|~)$/i;

/**
 * What lies in a watched folder beside Kith's own folders, by name. Hidden files are left alone: copying programs write
 * under such names.
 *
 * @param settledFor how long nothing of it may have changed, in ms. The time of change of the file system counts, which
 *   nobody sets: a copy keeps the older time of writing.
 */
export async function entriesOf(folder: string, settledFor: number): Promise<Entry[]> {
  const own: readonly string[] = ownFolders;
  const found = (await readdir(folder)).filter((name) => !name.startsWith('.') && !isJunk(name) && !own.includes(name));
  const before = Date.now() - settledFor;
  const entries: Entry[] = [];
  for (const name of found.toSorted()) {
    const changed = await lastChange(path.join(folder, name));
    if (changed !== undefined) entries.push({ name, changing: halfWritten.test(name) || changed > before });
  }
  return entries;
}

/** Latest change below a path, in ms; undefined: there is no file in it, or it has just gone. */
async function lastChange(place: string): Promise<number | undefined> {
  const found = await lstat(place).catch(() => undefined);
  if (!found?.isDirectory()) return found?.ctimeMs;
  const below = await Promise.all((await readdir(place)).map((name) => lastChange(path.join(place, name))));
  const known = below.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.max(found.ctimeMs, ...known);
}
