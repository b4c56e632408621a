import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

import { watchedPath } from '@kith/etl/inbox/inbox.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';

let inbox: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder: inbox, remove } = await temporaryFolder());
  for (const part of ['north/moodle', 'south/moodle']) await mkdir(path.join(inbox, part), { recursive: true });
  await symlink(path.join(inbox, 'south', 'moodle'), path.join(inbox, 'north', 'linked'));
});
afterAll(() => remove());

test('a folder of the own part is that folder', async () => {
  expect(path.relative(inbox, await watchedPath(inbox, 'north', 'moodle'))).toBe(path.join('north', 'moodle'));
});

test.each(['.', '..', '../south', '../south/moodle', 'linked', '/etc', '../..', ''])(
  '%j does not lead to what belongs to another institution, nor out of the inbox',
  async (folder) => {
    await expect(watchedPath(inbox, 'north', folder)).rejects.toMatchObject({ name: 'InboxTrouble' });
  },
);
