import path from 'node:path';

import type { Db } from '@kith/sql/connect.ts';

import { isJunk } from '../formats/zip.ts';
import { claim, placeOf, unfinished, type Claim } from './claim.ts';
import { entriesOf } from './entries.ts';
import { forgetFindings, type Finding } from './findings.ts';
import { watchedPath } from './inbox.ts';
import { closeClaim, filesBelow, putAway } from './put-away.ts';
import { readClaim } from './read-claim.ts';
import { refuseLinks } from './refuse-links.ts';
import type { WatchedFolder } from './watched-folder.ts';

/** How long a file may not have changed before it is taken, unless told, in ms. */
const usuallySettled = 60_000;

/** Where watched folders lie, and when a file of theirs counts as whole. */
export interface Inbox {
  /** KITH_INBOX; undefined: there is none. */
  readonly root: string | undefined;
  readonly settledFor?: number | undefined;
}

/** What came of a look into a watched folder, in files. */
export interface Taken {
  readonly taken: number;
  readonly refused: number;
  /** Still changing. */
  readonly waiting: number;
  readonly runId: number | undefined;
}

/**
 * Takes what lies in a watched folder and has stopped changing: reads it into the source and moves it to `done/` or, with
 * the reason beside it, to `refused/`. What a killed run had taken comes first. Kith deletes no file.
 *
 * @throws InboxTrouble, and what readClaim throws
 */
export async function takeFolder(
  db: Db,
  { root, settledFor = usuallySettled }: Inbox,
  watched: WatchedFolder,
): Promise<Taken> {
  const folder = await watchedPath(root, watched.institution, watched.folder);
  const claims = await unfinished(folder);
  const entries = await entriesOf(folder, settledFor);
  const settled = entries.filter(({ changing }) => !changing).map(({ name }) => name);
  if (settled.length > 0) claims.push(await claim(folder, settled, new Date()));
  const sum = {
    taken: 0,
    refused: 0,
    waiting: entries.length - settled.length,
    runId: undefined as number | undefined,
  };
  for (const each of claims) {
    const links = await refuseLinks(each);
    const found = await readClaim(db, watched, each);
    const { taken, refused } = await putAll(watched, each, found);
    sum.taken += taken;
    sum.refused += refused + links;
    sum.runId = found.findLast(({ runId }) => runId !== null)?.runId ?? sum.runId;
  }
  return sum;
}

/** Moves every file of a claim to where it belongs, then forgets the claim. */
async function putAll(
  { folder }: WatchedFolder,
  each: Claim,
  found: readonly Finding[],
): Promise<{ taken: number; refused: number }> {
  const files = await filesBelow(placeOf(each));
  let refused = 0;
  for (const file of files) {
    const about = found.filter((finding) => finding.files.includes(file));
    // Of an archive that was taken in part, the note says which part was not. What nobody looked at was not read.
    const isRefused = about.every(({ trouble }) => trouble !== null) && !isJunk(file);
    const words = about.flatMap(({ trouble, note }) =>
      trouble === null || isRefused ? (trouble ?? note ?? []) : `Left out: ${trouble}`,
    );
    if (isRefused) {
      refused += 1;
      const next = `Mend it and put it back into the folder “${folder}”, under any name.`;
      await putAway(each, file, { to: 'refused', words: [`${path.basename(file)} was not taken.`, ...words, next] });
    } else await putAway(each, file, { to: 'done', words });
  }
  await closeClaim(each);
  await forgetFindings(each);
  return { taken: files.length - refused, refused };
}
