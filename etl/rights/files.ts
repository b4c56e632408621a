import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { fileOnDisk } from '../formats/disk.ts';
import { namesAnybody } from './words-in-file.ts';

/** A file in which somebody is named. */
export interface NamedFile {
  /** Path below Kith's own folder; of one in the inbox, below the folder that holds the inbox. */
  readonly file: string;
  /** Exports can be made again and dropped files dropped again: they are removed. Anything else is for a person to look at. */
  readonly removed: boolean;
}

/** Below Kith's folder: what was exported there, what was dropped on the data page and waits to be loaded. */
const removable = ['exports', 'spool'];
/** Not searched as files: the database itself is. */
const notSearched = path.join('cluster', 'data');

/**
 * Searches Kith's own folder for somebody's names: exports, logs, files that wait, and what is packed in them. The files of a
 * research export go with any part of it: of some formats nobody can look inside.
 *
 * @param words as they are written; letter case does not matter
 * @param dryRun find, and remove nothing
 */
export async function searchFiles(
  folder: string,
  words: readonly string[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<NamedFile[]> {
  if (words.length === 0) return [];
  const found: NamedFile[] = [];
  for await (const file of filesBelow(folder)) {
    if (file.startsWith(notSearched + path.sep) || !(await names(folder, file, words))) continue;
    const removed = removable.some((below) => file.startsWith(below + path.sep));
    if (removed && !dryRun) await rm(path.join(folder, file), { force: true });
    found.push({ file, removed });
  }
  for (const made of new Set(found.flatMap(({ file }) => exportOfPart(file) ?? []))) {
    for (const name of await filesRightBelow(path.join(folder, made))) {
      const file = path.join(made, name);
      if (found.some((known) => known.file === file)) continue;
      if (!dryRun) await rm(path.join(folder, file), { force: true });
      found.push({ file, removed: true });
    }
  }
  return found;
}

/**
 * Searches the watched folders of one institution: what waits, what was read, what was refused. Those files are the
 * institution's and hold everybody else too, so each is for a person to look at.
 *
 * @param inbox KITH_INBOX; undefined: there is none
 * @param institution its short name
 */
export async function searchInbox(
  inbox: string | undefined,
  institution: string,
  words: readonly string[],
): Promise<NamedFile[]> {
  if (inbox === undefined || words.length === 0) return [];
  const found: NamedFile[] = [];
  const below = path.join(inbox, institution);
  for await (const file of filesBelow(below)) {
    if (await names(below, file, words))
      found.push({ file: path.join(path.basename(inbox), institution, file), removed: false });
  }
  return found;
}

/** The folder of the research export that a part is of: exports/<folder>/parts/… */
function exportOfPart(file: string): string | undefined {
  const [root, folder, parts] = file.split(path.sep);
  return root === 'exports' && parts === 'parts' ? path.join(root, folder!) : undefined;
}

async function filesRightBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isFile()) yield path.relative(folder, path.join(entry.parentPath, entry.name));
  }
}

/** False of one that is gone meanwhile, or not ours to read. */
async function names(folder: string, file: string, words: readonly string[]): Promise<boolean> {
  const opened = await fileOnDisk(path.join(folder, file), path.basename(file)).catch(() => undefined);
  return opened !== undefined && (await namesAnybody(opened, words));
}
