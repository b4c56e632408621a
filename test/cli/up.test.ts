import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';
import { ask, served, signIn, type Served } from '../support/served.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `kith up` as one terminal, other commands as another. */
let database: FreshDatabase;
let folder: string;
let remove: () => Promise<void>;
let up: Served;
let url: string;

const run = (...words: string[]): Promise<Said> => kith(words, { database: database.ownerUrl, env: { KITH_URL: url } });

beforeAll(async () => {
  database = await freshDatabase();
  ({ folder, remove } = await temporaryFolder());
  up = await served(['up', '--port', '0'], 1, { database: database.ownerUrl });
  url = String(up.rows[0]?.url);
}, 120_000);
afterAll(async () => {
  up.child.kill('SIGKILL');
  await database.drop();
  await remove();
});

test('pages and API answer on the one address', async () => {
  expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  expect((await fetch(`${url}/api/v1/me`)).status).toBe(401);
});

test('the link of init signs in, once', async () => {
  const [made] = (await run('init', '--title', 'U', '--timezone', 'UTC', '--admin-email', 'it@u.example')).rows;
  const link = String(made?.link);
  expect(new URL(link).origin).toBe(url);
  const cookie = await signIn(link);
  expect(await ask(link, '/me', cookie ?? '')).toMatchObject({ institution: 'U', steward: true });
  expect(await signIn(link)).toBeUndefined();
});

test('a load beside it becomes current without another command', async () => {
  const file = path.join(folder, 'posts.csv');
  const header = 'post_id,space_id,space_name,space_kind,course_id,thread_id,parent_id,author_id,posted_at';
  const posts = Array.from(
    { length: 12 },
    (_, at) => `p${at},g,General,forum,cs1,t1,,person${at % 4},2026-03-0${2 + (at % 7)}T10:00:00Z`,
  );
  writeFileSync(file, `${header}\n${posts.join('\n')}\n`);
  const loaded = await run('ingest', 'native', file, '--no-compute');
  expect(loaded.rows).toMatchObject([{ state: 'visible', new: 12 }]);
  for (let tries = 0; ; tries += 1) {
    const [course] = (await run('course', 'list')).rows;
    if (course?.stale === false && Number(course.weeks) > 0) break;
    if (tries > 20) throw new Error(`It stayed stale: ${JSON.stringify(course)}`);
    await sleep(250);
  }
});

test('a port that is taken is said, with another', async () => {
  const { port } = new URL(url);
  const said = await run('up', '--port', port);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toContain(`Port ${port} is taken`);
  expect(said.err).toContain(`--port ${Number(port) + 1}`);
});

test('Ctrl-C ends it in order', async () => {
  expect(await up.stop()).toBe(0);
  await expect(fetch(`${url}/sign-in`)).rejects.toThrow();
});
