import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '@kith/sql/connect.ts';
import { folderOf, type ApprovedExport } from './approved-export.ts';
import { erasures } from './erasures.ts';
import { makeFiles } from './files.ts';
import { manifestOf, sinceFirst, type Manifest } from './manifest.ts';
import { makePart } from './parts.ts';
import { takeOutOptedOut } from './opted-out.ts';
import { partsOf, planOf } from './plan.ts';
import { exportKey } from './pseudonyms.ts';

export interface Making {
  /** Kith's own folder. */
  readonly folder: string;
  /** Hears after each course how many are done. */
  readonly onCourse?: ((done: number, of: number) => void | Promise<void>) | undefined;
  /** Aborted: ends behind the course at hand; what is done stays, and the next call goes on there. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes an approved export: the parts that are missing from the database, then the files from the parts. Made again it
 * gives the same bytes, or its manifest says how many people were erased or opted out since. Whoever is erased meanwhile is in none
 * of it: what was read before is read again.
 *
 * @throws the signal's reason where it was stopped
 */
export async function makeExport(db: Db, wish: ApprovedExport, making: Making): Promise<Manifest> {
  const folder = folderOf(making.folder, wish);
  const key = await exportKey(db, wish.institutionId, wish.exportId);
  for (;;) {
    const before = await erasures(db, wish.institutionId);
    const optOuts = await takeOutOptedOut(db, wish, key, folder);
    const { courses, coursesTooSmall, definitions } = await planOf(db, wish, key, folder);
    for (const [done, course] of courses.entries()) {
      making.signal?.throwIfAborted();
      for (const part of partsOf(wish, course, folder)) await makePart(db, wish, key, part);
      await making.onCourse?.(done + 1, courses.length);
    }
    const { files, suppressedRows } = await makeFiles(folder, wish, courses);
    if ((await erasures(db, wish.institutionId)) !== before) {
      for (const { name } of files) await rm(path.join(folder, name), { force: true });
      continue;
    }
    const gone = wish.firstMadeAt === null ? 0 : await erasures(db, wish.institutionId, wish.firstMadeAt);
    const since = sinceFirst(wish.firstFiles, files, { erasures: gone, optOuts });
    const manifest = manifestOf(wish, { coursesTooSmall, suppressedRows, definitions, files, since });
    await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  }
}
