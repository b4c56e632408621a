import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '@kith/sql/connect.ts';
import { fileOnDisk } from '../formats/disk.ts';
import { namesAnybody } from '../rights/words-in-file.ts';
import type { ApprovedExport } from './approved-export.ts';
import { pseudonymOf, type ExportKey } from './pseudonyms.ts';

/** What is kept beside the parts: which opt-outs they know of, as a digest, and how many people were taken out. */
interface Kept {
  readonly digest: string;
  readonly takenOut: number;
}

interface OptOut {
  readonly personId: number;
  /** 0: everywhere. */
  readonly courseId: number;
}

const fileIn = (folder: string): string => path.join(folder, 'parts', 'opted-out.json');

const keptIn = (folder: string): Promise<Kept | null> =>
  readFile(fileIn(folder), 'utf8').then(
    (text) => JSON.parse(text) as Kept,
    () => null,
  );

/** Whether somebody opted out, or in again, since the parts were last looked through. */
export async function optedOutSince(db: Db, { institutionId }: ApprovedExport, folder: string): Promise<boolean> {
  return (await keptIn(folder))?.digest !== digestOf(await optOuts(db, institutionId));
}

/**
 * Takes whoever opted out since an export was made out of it: the parts in which their pseudonym stands go, and all its
 * files with them; they are made again without them. Who opts in again is not brought back: the approval was of
 * what was there.
 *
 * @returns people taken out since the export was first made
 */
export async function takeOutOptedOut(db: Db, wish: ApprovedExport, key: ExportKey, folder: string): Promise<number> {
  const now = await optOuts(db, wish.institutionId);
  const [before, digest] = [await keptIn(folder), digestOf(now)];
  if (before?.digest === digest) return before.takenOut;
  let takenOut = before?.takenOut ?? 0;
  for (const { personId, courseId } of now) {
    const name = pseudonymOf(key, 'person', personId);
    const course = courseId === 0 ? null : pseudonymOf(key, 'course', courseId);
    if (await removeParts(folder, name, course)) takenOut += 1;
  }
  if (takenOut > (before?.takenOut ?? 0)) await removeFiles(folder);
  await mkdir(path.dirname(fileIn(folder)), { recursive: true, mode: 0o700 });
  await writeFile(fileIn(folder), JSON.stringify({ digest, takenOut } satisfies Kept), { mode: 0o600 });
  return takenOut;
}

const optOuts = (db: Db, institutionId: number): Promise<OptOut[]> =>
  db
    .selectFrom('core.optedOut')
    .select(['personId', 'courseId'])
    .where('institutionId', '=', institutionId)
    .orderBy('personId')
    .orderBy('courseId')
    .execute();

const digestOf = (all: readonly OptOut[]): string =>
  createHash('sha256')
    .update(all.map(({ personId, courseId }) => `${String(personId)} ${String(courseId)}\n`).join(''))
    .digest('hex');

/** Whether the name stood in a part, of one course or of any. */
async function removeParts(folder: string, name: string, course: string | null): Promise<boolean> {
  let found = false;
  const entries = await readdir(path.join(folder, 'parts'), { recursive: true }).catch((): string[] => []);
  for (const entry of entries) {
    if (!entry.endsWith('.ndjson') || (course !== null && path.basename(entry) !== `${course}.ndjson`)) continue;
    const file = path.join(folder, 'parts', entry);
    if (!(await namesAnybody(await fileOnDisk(file, entry), [name]))) continue;
    await rm(file, { force: true });
    found = true;
  }
  return found;
}

/** Of some formats nobody can look inside, so all of them go. */
async function removeFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isFile()) await rm(path.join(folder, entry.name), { force: true });
}
