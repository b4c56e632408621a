import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

interface Laid {
  readonly institutionId: number;
  readonly exportId: number | null;
  /** Kith's own, where the worker leaves the files it made. */
  readonly kithFolder: string;
}

/** Its files are not to be had, for good or for now; what lay in the outbox was taken away. */
class NotToBeHad extends Error {}

/**
 * Lays the files of a research export into a folder as long as its approval runs. Where they were made anew, because
 * somebody was erased or opted out, the new ones take the place of the old; where they may not be fetched, none lie there.
 */
export async function layOutExport(
  db: Db,
  { institutionId, exportId, kithFolder }: Laid,
  target: string,
): Promise<void> {
  const { rows } = await sql<{ folder: string; open: boolean; over: boolean }>`
    select
      folder, state = 'made' and expires_at > now() as open,
      state in ('ending', 'over', 'declined') or coalesce(expires_at <= now(), false) as over
    from ops.export
    where institution_id = ${institutionId} and export_id = ${exportId}`.execute(db);
  const found = rows[0];
  const source = found === undefined ? null : path.join(kithFolder, 'exports', found.folder);
  const manifest = source === null || found?.open !== true ? null : await textOf(path.join(source, 'manifest.json'));
  if (source === null || manifest === null) {
    await rm(target, { recursive: true, force: true });
    throw new NotToBeHad(
      found === undefined || found.over
        ? 'Its approval is over, and its files were taken away.'
        : 'It is not made yet; its files are laid out when it is.',
    );
  }
  if ((await textOf(path.join(target, 'manifest.json'))) === manifest) return;
  const { files } = JSON.parse(manifest) as { readonly files: readonly { readonly name: string }[] };
  const half = `${target}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  for (const name of [...files.map((file) => file.name), 'manifest.json']) {
    await cp(path.join(source, name), path.join(half, name));
  }
  await rm(target, { recursive: true, force: true });
  await rename(half, target);
}

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
