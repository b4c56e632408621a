import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What `npm ci` needs on a bare machine, and what a machine with node_modules does not notice. */
interface LockedPackage {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const read = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(import.meta.dirname, '../..', file), 'utf8'));
const { packages } = (await read('package-lock.json')) as { packages: Record<string, LockedPackage> };
const locked = Object.entries(packages);

test('the lock names every package that a locked package asks for, those of other platforms too', () => {
  const missing = locked.flatMap(([from, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !found(from, name))
      .map((name) => `${from} asks for ${name}`),
  );
  expect(missing).toEqual([]);
});

test('the lock names no registry, so that every machine uses its own', () => {
  expect(locked.filter(([, { resolved }]) => resolved?.startsWith('http')).map(([name]) => name)).toEqual([]);
});

test('allowScripts lists exactly the packages that run something when they are installed', async () => {
  const { allowScripts } = (await read('package.json')) as { allowScripts: Record<string, boolean> };
  const running = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([name]) => name.replace(/^.*node_modules\//, ''));
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(running)].sort());
});

/** Node's own search: in the package's node_modules, then in each folder above it. */
function found(from: string, name: string): boolean {
  const at = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  if (at) return at.version !== undefined || at.link === true;
  if (from === '') return false;
  const above = from.lastIndexOf('node_modules/');
  return found(above > 0 ? from.slice(0, above - 1) : '', name);
}
