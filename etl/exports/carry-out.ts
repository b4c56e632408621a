import { rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { alone } from '../load/alone.ts';
import { inSession } from '../load/session.ts';
import { approvedExports, folderOf, uncountedExports, type ApprovedExport } from './approved-export.ts';
import { makeExport, type Making } from './make.ts';
import type { Manifest } from './manifest.ts';
import { optedOutSince } from './opted-out.ts';
import { isThere } from './parts.ts';
import { keepPreview } from './preview.ts';

/** How often making an export is tried by itself. */
const mostTries = 5;

/**
 * Removes what is over and makes what is approved, one after the other. One worker does it for an institution at a
 * time. An export that fails says so on the page, is tried again later and later, in the end only by `kith export make`,
 * and holds up no other. What waits for a steward is counted, so that they see what they would release.
 */
export async function carryOutExports(db: Db, institutionId: number, making: Making): Promise<void> {
  await alone(db, `kith exports ${String(institutionId)}`, async () => {
    await removeWhatIsOver(db, institutionId, making.folder);
    for (const wish of await uncountedExports(db, institutionId)) await keepPreview(db, wish);
    for (const wish of await approvedExports(db, institutionId)) {
      if (wish.forLater || (wish.state === 'made' && (await isCurrent(db, wish, making.folder)))) continue;
      if (making.signal?.aborted === true) return;
      await carryOut(db, wish, making).catch(async (error: unknown) => {
        if (making.signal?.aborted === true) return;
        await sql`
          update ops.export
          set state = 'failed', progress = null, message = ${error instanceof Error ? error.name : 'unknown'}, tries = tries + 1,
            try_at = case when tries + 1 < ${mostTries}::int then now() + power(2, tries) * interval '1 minute' end
          where institution_id = ${institutionId} and export_id = ${wish.exportId} and state in ('approved', 'made', 'failed')`.execute(
          db,
        );
      });
    }
  });
}

/** Makes one export, tells how far it is, and keeps its manifest. Who comes second, at the command line, waits. */
export const carryOut = (db: Db, wish: ApprovedExport, making: Making): Promise<Manifest> =>
  inSession(db, async ({ client }) => {
    const name = `kith export ${String(wish.institutionId)} ${String(wish.exportId)}`;
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    return carryOutAlone(db, wish, making);
  });

async function carryOutAlone(db: Db, wish: ApprovedExport, making: Making): Promise<Manifest> {
  const mine = sql`institution_id = ${wish.institutionId} and export_id = ${wish.exportId}`;
  let told = 0;
  const manifest = await makeExport(db, wish, {
    ...making,
    async onCourse(done, of) {
      await making.onCourse?.(done, of);
      if (Date.now() - told < 1000) return;
      told = Date.now();
      await sql`
        update ops.export set progress = jsonb_build_object('done', ${done}::int, 'of', ${of}::int) where ${mine}`.execute(
        db,
      );
    },
  });
  const first = JSON.stringify(manifest.files.map(({ name, sha256 }) => ({ name, sha256 })));
  await sql`
    update ops.export
    set state = 'made', made_at = coalesce(made_at, ${new Date()}), progress = null, message = null, tries = 0, try_at = null,
      manifest = ${JSON.stringify(manifest)}::jsonb, first_files = coalesce(first_files, ${first}::jsonb)
    where ${mine} and state in ('approved', 'made', 'failed')`.execute(db);
  return manifest;
}

/** A file that was taken away, for one because somebody in it was erased, is made again; so is one of who opted out. */
async function isCurrent(db: Db, wish: ApprovedExport, folder: string): Promise<boolean> {
  for (const name of ['manifest.json', ...(wish.files ?? [])]) {
    if (!(await isThere(path.join(folderOf(folder, wish), name)))) return false;
  }
  return wish.files !== null && !(await optedOutSince(db, wish, folderOf(folder, wish)));
}

async function removeWhatIsOver(db: Db, institutionId: number, kithFolder: string): Promise<void> {
  const { rows } = await sql<{ exportId: number; folder: string }>`
    select export_id, folder from ops.export
    where institution_id = ${institutionId}
      and (state = 'ending' or state in ('approved', 'made', 'failed') and expires_at <= now())`.execute(db);
  for (const { exportId, folder } of rows) {
    await rm(folderOf(kithFolder, { folder }), { recursive: true, force: true });
    await sql`
      update ops.export set state = 'over', progress = null
      where institution_id = ${institutionId} and export_id = ${exportId}`.execute(db);
  }
}
