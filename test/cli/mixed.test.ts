import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { unzipSync, zipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A heap as somebody has it in their downloads: files of three systems side by side, one without a telling name. */
let database: FreshDatabase;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let heap: string;
const fixtures = path.resolve(import.meta.dirname, '../fixtures/connectors');

beforeAll(async () => {
  database = await freshDatabase();
  temporary = await temporaryFolder();
  heap = path.join(temporary.folder, 'heap');
  await mkdir(heap);
  await copyFile(path.join(fixtures, 'moodle-forum/csv/input.csv'), path.join(heap, 'export.dat'));
  const roster = unzipSync(await readFile(path.join(fixtures, 'oneroster/v1p2/input.zip')));
  for (const [name, bytes] of Object.entries(roster)) {
    if (name.endsWith('.csv')) await writeFile(path.join(heap, path.basename(name)), bytes);
  }
  await writeFile(path.join(heap, 'people.ndjson'), `${JSON.stringify({ type: 'person', key: 'native-1' })}\n`);
  await writeFile(path.join(heap, 'notes.txt'), 'These are my notes. Nothing reads them.\n');
  await run('init', '--title', 'U', '--timezone', 'UTC', '--admin-email', 'it@u.example');
  await run('course', 'add', 'Forum course');
});
afterAll(async () => {
  await temporary.remove();
  await database.drop();
});

const run = (...words: string[]): Promise<Said> => kith(words, { database: database.ownerUrl });
const kept = async () => {
  const { rows } = await sql<{ posts: number; enrolments: number; natives: number }>`
    select (select count(*)::int from core.post where superseded_at is null) as posts,
      (select count(*)::int from core.enrolment where superseded_at is null) as enrolments,
      (select count(*)::int from identity.account where key = 'native-1') as natives`.execute(database.owner);
  return rows[0]!;
};

test(
  'a folder of mixed files goes to the connectors that read them, and what nobody reads is named',
  { timeout: 240_000 },
  async () => {
    const said = await run('ingest', 'auto', heap, '--course', 'Forum course', '--no-compute');
    expect(said.rows.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
    expect(said.err).toContain('notes.txt');
    expect(said.err).toMatch(/moodle-forum.*export\.dat/);
    const all = await kept();
    expect(all.posts).toBeGreaterThan(0);
    expect(all.enrolments).toBeGreaterThan(0);
    expect(all.natives).toBe(1);
  },
);

test('the same heap as a zip changes nothing', { timeout: 240_000 }, async () => {
  const before = await kept();
  const entries: Record<string, Uint8Array> = {};
  for (const name of await readdir(heap)) entries[`downloads/${name}`] = await readFile(path.join(heap, name));
  const zip = path.join(temporary.folder, 'everything.zip');
  await writeFile(zip, zipSync(entries));
  const detected = await run('detect', zip);
  expect(detected.rows.map(({ connector }) => connector).sort()).toEqual(['moodle-forum', 'native', 'oneroster']);
  const said = await run('ingest', 'auto', zip, '--course', 'Forum course', '--no-compute');
  expect(said.rows.map(({ state, new: fresh, changed }) => [state, fresh, changed])).toEqual([
    ['visible', 0, 0],
    ['visible', 0, 0],
    ['visible', 0, 0],
  ]);
  expect(await kept()).toEqual(before);
});
