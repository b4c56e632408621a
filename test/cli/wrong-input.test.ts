import { chmodSync, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';

import { sql } from 'kysely';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';

/** Wrong input of every kind, through the real command: a clear sentence, the next step, an exit code, nothing half-written. */
let database: FreshDatabase;
let folder: string;
const run = (...words: string[]): Promise<Said> => kith(words, { database: database.ownerUrl });
const file = (name: string, content: string | Uint8Array): string => {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
  return place;
};

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'kith-wrong-'));
  await run('init', '--title', 'U', '--timezone', 'UTC', '--admin-email', 'it@u.example');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

/** What a load may have left behind: facts, queue, stage tables and visible runs. */
async function traces(): Promise<unknown> {
  const { rows } = await sql`
    select
      (select count(*)::int from core.record) as records, (select count(*)::int from core.activity) as activity,
      (select count(*)::int from core.course) as courses, (select count(*)::int from core.account) as accounts,
      (select count(*)::int from ops.dirty_week) as queued,
      (select count(*)::int from ops.run where state not in ('failed')) as runs,
      (select count(*)::int from pg_tables where schemaname = 'stage') as staged`.execute(database.owner);
  return rows[0];
}
// One account: the administrator.
const untouched = { records: 0, activity: 0, courses: 0, accounts: 1, queued: 0, runs: 0, staged: 0 };

const posts = 'post_id,space_id,space_name,space_kind,course_id,thread_id,parent_id,author_id,posted_at';
const post = (id: string, words = 'General') => `${id},general,${words},forum,cs1,t1,,ana,2026-03-03T10:00:00Z`;

async function expectRefusal(said: Said, code: number, ...sentences: (string | RegExp)[]): Promise<void> {
  expect(said.err.replaceAll(folder, '')).not.toMatch(/\n\s+at .*\.ts:\d+/); // no stack
  for (const sentence of sentences) expect(said.err).toMatch(sentence);
  expect(said).toMatchObject({ code, out: '' });
  expect(await traces()).toEqual(untouched);
}

test('an empty file', async () => {
  const said = await run('ingest', 'native', file('empty/posts.csv', ''));
  await expectRefusal(said, 1, 'posts.csv: The file is empty.', 'next: Export it again');
  await expectRefusal(await run('ingest', 'auto', file('empty.csv', '')), 1, 'The file is empty.');
});

test('a binary file', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(200)]);
  await expectRefusal(await run('ingest', 'native', file('binary/posts.csv', png)), 1, /posts\.csv: .*PNG/);
  await expectRefusal(await run('ingest', 'auto', file('picture.csv', png)), 1, /picture\.csv: .*PNG/);
});

test('a wrong encoding, far down in the file', async () => {
  const many = Array.from({ length: 3000 }, (_, at) => post(`p${at}`)).join('\n');
  const content = Buffer.concat([Buffer.from(`\uFEFF${posts}\n${many}\n`), Buffer.from(post('x', 'Café'), 'latin1')]);
  const said = await run('ingest', 'native', file('encoding/posts.csv', content));
  await expectRefusal(said, 1, /posts\.csv.*UTF-8/);
});

test('a missing column', async () => {
  const content = `post_id,space_id,course_id,thread_id,author_id\np1,general,cs1,t1,ana\n`;
  const said = await run('ingest', 'native', file('column/posts.csv', content));
  await expectRefusal(said, 1, /posts\.csv.*posted_at/, 'next: ');
});

test('a line of 200 MB, without holding it in memory', async () => {
  const place = path.join(folder, 'long.ndjson');
  const stream = createWriteStream(place);
  stream.write('{"id":"');
  const piece = Buffer.alloc(4 * 1024 * 1024, 'x');
  for (let at = 0; at < 50; at++) if (!stream.write(piece)) await once(stream, 'drain');
  stream.end('"}\n');
  await once(stream, 'finish');
  // 120 MB of heap cannot hold the line, let alone a copy of it.
  const said = await kith(['ingest', 'xapi', place], {
    database: database.ownerUrl,
    env: { NODE_OPTIONS: '--max-old-space-size=120' },
  });
  await rm(place);
  await expectRefusal(said, 1, /long\.ndjson, line 1: .*MB/, 'next: ');
});

test('a zip bomb', async () => {
  const bomb = zipSync({ 'posts.csv': [Buffer.alloc(150 * 1024 * 1024, `${post('p')}\n`), { level: 9 }] });
  const said = await run('ingest', 'native', file('bomb.zip', bomb));
  await expectRefusal(said, 1, /posts\.csv|bomb\.zip/, 'next: ');
});

test('a zip that leads out of its folder', async () => {
  const said = await run('ingest', 'native', file('slip.zip', zipSync({ '../posts.csv': Buffer.from(posts) })));
  await expectRefusal(said, 1, 'slip.zip', 'next: ');
});

test.skipIf(process.getuid?.() !== 0)('a folder without read rights', async () => {
  const closed = path.dirname(file('closed/posts.csv', `${posts}\n${post('p1')}\n`));
  chmodSync(closed, 0o700);
  chmodSync(folder, 0o755);
  const said = await kith(['ingest', 'native', closed], { database: database.ownerUrl, uid: 65534, cwd: '/' });
  await expectRefusal(
    said,
    1,
    'Kith may not read this file or folder.',
    'next: Give the account that runs Kith the right',
  );
});

test('no such file, connector, course, mapping, zone, mode', async () => {
  const good = file('good/posts.csv', `${posts}\n${post('p1')}\n`);
  await expectRefusal(
    await run('ingest', 'native', path.join(folder, 'nowhere')),
    1,
    'There is no such file or folder.',
  );
  await expectRefusal(await run('ingest', 'nativ', good), 2, 'There is no connector "nativ". Did you mean native?');
  await expectRefusal(
    await run('ingest', 'native', good, '--course', 'ENV999'),
    1,
    'There is no one course "ENV999".',
    'kith course add',
  );
  await expectRefusal(await run('ingest', 'mapping', good, '--map', 'dlt9'), 1, 'There is no such mapping.');
  await expectRefusal(await run('ingest', 'native', good, '--timezone', 'Berlin'), 2, 'Did you mean Europe/Berlin?');
  await expectRefusal(await run('ingest', 'native', good, '--mode', 'ful'), 2, 'Did you mean full?');
  await expectRefusal(await run('ingest', 'native'), 2, 'kith ingest <connector|auto> <path…|->');
  await expectRefusal(await run('ingest', 'auto', file('odd.csv', 'a,b\n1,2\n')), 1, 'No connector recognises this.');
});

test('a database that is not there', async () => {
  const url = new URL(database.ownerUrl);
  url.port = '1';
  const said = await kith(['course', 'list'], { database: url.href });
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toContain('Start the database, or check the host and port in DATABASE_URL.');
  expect(said.err).not.toContain(url.password);
});
