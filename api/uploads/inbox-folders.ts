import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Names that a watched folder can have, as the database takes them: one name, never a path. */
const usable = /^[\p{L}\p{N}][^/\\\p{Cc}]{0,99}$/u;

/**
 * Names of the folders in the institution's part of the inbox, links left out. Null: there is no inbox. Where the inbox
 * or the part is not there now: none.
 */
export async function inboxFolders(inbox: string | undefined, institution: string): Promise<string[] | null> {
  if (inbox === undefined) return null;
  const entries = await readdir(path.join(inbox, institution), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && usable.test(entry.name))
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b));
}
