import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { placeOf, type Claim } from './claim.ts';

/** Every file and link below a folder, with its path below it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

/** Moves a file of a claim to `done/` or `refused/`, with the words that are to lie beside it. */
export async function putAway(
  claim: Claim,
  file: string,
  { to, words }: { readonly to: 'done' | 'refused'; readonly words: readonly string[] },
): Promise<void> {
  const target = path.join(claim.folder, to, claim.name, file);
  await mkdir(path.dirname(target), { recursive: true });
  // The words first: a file that has moved is not looked at again.
  if (words.length > 0) await writeFile(`${target}.${to === 'done' ? 'note' : 'why'}.txt`, `${words.join('\n')}\n`);
  await rename(path.join(placeOf(claim), file), target);
}

/** Takes away what is left of a claim whose files have all been put away: empty folders. */
export const closeClaim = (claim: Claim): Promise<void> => rm(placeOf(claim), { recursive: true, force: true });
