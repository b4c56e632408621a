import { copyFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { posts } from './watched.ts';

let database: FreshDatabase;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  database = await freshDatabase();
  temporary = await temporaryFolder();
  await run('init', '--title', 'U', '--name', 'uni', '--timezone', 'UTC', '--admin-email', 'it@u.example');
});
afterAll(async () => {
  await temporary.remove();
  await database.drop();
});

const run = (...words: string[]): Promise<Said> =>
  kith(words, { database: database.ownerUrl, env: { KITH_INBOX: temporary.folder } });

test('kith source watches, lists, sets, pauses, runs and removes', { timeout: 300_000 }, async () => {
  const watched = await run('source', 'watch', 'posts', '--folder', 'moodle', '--daily-at', '06:30');
  expect(watched.err).toContain(path.join('uni', 'moodle'));
  expect(watched.rows).toMatchObject([
    { name: 'posts', kind: 'folder', place: 'moodle', dailyAt: '06:30', paused: false },
  ]);

  expect((await run('source', 'run', 'posts')).rows).toMatchObject([{ taken: 0, refused: 0, stillChanging: 0 }]);
  await copyFile(posts, path.join(temporary.folder, 'uni', 'moodle', 'export.dat'));
  const early = await run('source', 'run', 'posts');
  expect(early.rows).toMatchObject([{ taken: 0, stillChanging: 1 }]);
  expect(early.err).toMatch(/has not changed for a minute/);

  expect((await run('source', 'set', 'posts', '--every', '15')).rows).toMatchObject([
    { everyMinutes: 15, dailyAt: null },
  ]);
  expect((await run('source', 'pause', 'posts')).rows).toMatchObject([{ paused: true }]);
  expect((await run('source', 'resume', 'posts')).rows).toMatchObject([{ paused: false }]);
  const removed = await run('source', 'remove', 'posts');
  expect(removed.err).toMatch(/What it loaded stays/);
  expect((await run('source', 'run', 'posts')).err).toMatch(/Nothing of "posts" runs by itself/);

  const outside = await run('source', 'watch', 'other', '--folder', '../etc');
  expect(outside.code).not.toBe(0);
  expect(outside.err).toMatch(/is no name of a folder/);
});
