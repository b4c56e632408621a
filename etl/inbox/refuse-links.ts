import { lstat } from 'node:fs/promises';
import path from 'node:path';

import { placeOf, type Claim } from './claim.ts';
import { filesBelow, putAway } from './put-away.ts';

const why = [
  'This is a link and no file, so it was not followed.',
  'Put the file itself into the folder: what a link leads to may be anything on this machine.',
];

/** Puts links and other things that are no files aside before anything is read. Returns how many there were. */
export async function refuseLinks(claim: Claim): Promise<number> {
  let refused = 0;
  for (const file of await filesBelow(placeOf(claim))) {
    if ((await lstat(path.join(placeOf(claim), file))).isFile()) continue;
    await putAway(claim, file, { to: 'refused', words: why });
    refused += 1;
  }
  return refused;
}
