import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file of Kith's own folder in which somebody is named. */
export interface NamedFile {
  readonly file: string;
  /** Exports can be made again, and are removed; anything else is for a person to look at. */
  readonly removed: boolean;
}

/** Below Kith's folder: what was exported there, and what is not searched, because the database itself is. */
const [exports, notSearched] = ['exports', path.join('cluster', 'data')];

/**
 * Searches Kith's own folder for somebody's names: exports, logs, files that wait. What is packed is not looked into.
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
    if (file.startsWith(notSearched + path.sep) || !(await names(path.join(folder, file), words))) continue;
    const removed = file.startsWith(exports + path.sep);
    if (removed && !dryRun) await rm(path.join(folder, file), { force: true });
    found.push({ file, removed });
  }
  return found;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isFile()) yield path.relative(folder, path.join(entry.parentPath, entry.name));
  }
}

/** Reads piece by piece; the end of each is read again with the next, for a name may lie across. */
async function names(file: string, words: readonly string[]): Promise<boolean> {
  const wanted = words.map((word) => word.toLowerCase());
  const overlap = Math.max(...wanted.map((word) => word.length));
  let before = path.basename(file).toLowerCase() + '\n';
  try {
    for await (const piece of createReadStream(file, 'utf8')) {
      const text = before + String(piece).toLowerCase();
      if (wanted.some((word) => text.includes(word))) return true;
      before = text.slice(-overlap);
    }
  } catch {
    return false; // gone meanwhile, or not ours to read
  }
  return wanted.some((word) => before.includes(word));
}
