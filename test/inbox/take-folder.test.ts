import { mkdir, readFile, rename, rm, symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { AlreadyWatched, watchFolder } from '@kith/etl/inbox/watched-folder.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { posts, watchedPlace } from './watched.ts';

let database: FreshDatabase;
let institutionId: number;
let here: Awaited<ReturnType<typeof watchedPlace>>;
let csv: Buffer;
beforeEach(async () => {
  csv = await readFile(posts);
  database = await freshDatabase();
  const institution = await makeInstitution(database.db, { key: 'uni', title: 'U', timezone: 'UTC' });
  ({ institutionId } = institution);
  here = await watchedPlace(database, institution);
});
afterEach(async () => {
  await here.remove();
  await database.drop();
});

const facts = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from core.known_post`.execute(database.owner);
  return rows[0]!.n;
};

test('an empty folder is looked into and said to hold nothing', async () => {
  expect(await here.run()).toEqual({ taken: 0, refused: 0, waiting: 0, runId: undefined });
  expect(await here.schedule()).toMatchObject({ taken: 0, refused: 0, message: null });
});

test('what was dropped is read whatever it is called, and lies in done', async () => {
  await here.drop('export.dat', csv);
  const taken = await here.run();
  expect(taken).toMatchObject({ taken: 1, refused: 0, waiting: 0 });
  expect(await here.runs()).toMatchObject([{ state: 'visible', connector: 'moodle-forum' }]);
  expect(await facts()).toBeGreaterThan(0);
  expect(await here.below('done')).toContain('export.dat');
  expect(await here.below('reading')).toEqual([]);
  expect((await here.schedule()).runId).toBe(taken!.runId);
  expect(await here.run(), 'nothing is taken twice').toMatchObject({ taken: 0 });
  await here.drop('export.dat', csv);
  expect(await here.run()).toMatchObject({ taken: 1 });
  expect((await here.runs())[1]!.message).toMatch(/the same file as load/);
});

test('a folder and a zipped file go the same way, with their place in it', async () => {
  await here.drop('week 1/posts.csv.gz', gzipSync(csv));
  expect(await here.run()).toMatchObject({ taken: 1, refused: 0 });
  expect(await here.below('done')).toContain('posts.csv.gz');
  expect(await here.below('.')).not.toContain('posts.csv');
});

test('a file that is still being written waits, and the source looks again', async () => {
  await here.drop('posts.csv', csv);
  // A copy keeps its older time of writing; the time of change is the disk's own.
  await utimes(path.join(here.folder, 'posts.csv'), new Date(0), new Date(0));
  await here.drop('other.csv.part', csv);
  await sql`update ops.schedule set asked_at = now()`.execute(database.db);
  expect(await here.run(60_000)).toMatchObject({ taken: 0, waiting: 2 });
  expect(await here.schedule()).toMatchObject({ waiting: 2, askedAt: expect.any(Date) as Date });
  expect(await here.run(0)).toMatchObject({ taken: 1, waiting: 1 });
  await rename(path.join(here.folder, 'other.csv.part'), path.join(here.folder, 'other.csv'));
  expect(await here.run(0)).toMatchObject({ taken: 1, waiting: 0 });
  expect(await here.schedule()).toMatchObject({ askedAt: null });
});

describe('what cannot be read lies in refused, with the reason', () => {
  test('a file of no known kind does not keep the others', async () => {
    await here.drop('diary.txt', 'Dear diary, today nothing happened.');
    await here.drop('posts.csv', csv);
    expect(await here.run()).toMatchObject({ taken: 1, refused: 1 });
    expect(await here.below('refused')).toEqual(['diary.txt', 'diary.txt.why.txt']);
    expect(await here.why('diary.txt.why.txt')).toMatch(
      /diary.txt was not taken.\n.*No connector recognises this file/,
    );
    expect(await here.schedule()).toMatchObject({ taken: 1, refused: 1, message: null });
  });

  test('a link is not followed, wherever it lies', async () => {
    await mkdir(path.join(here.folder, 'sub'));
    await symlink('/etc/passwd', path.join(here.folder, 'sub', 'roster.csv'));
    expect(await here.run()).toMatchObject({ taken: 0, refused: 1 });
    expect(await here.why('roster.csv.why.txt')).toMatch(/a link and no file/);
    expect(await here.runs()).toEqual([]);
  });

  test('a file that the chosen connector does not read', async () => {
    await sql`update ops.watched_folder set connector = 'zulip'`.execute(database.owner);
    await here.drop('posts.csv', csv);
    expect(await here.run()).toMatchObject({ taken: 0, refused: 1 });
  });
});

test('a load that is held back is in done, and the note says that it waits', async () => {
  const lines = csv.toString().split('\n');
  const broken = lines.map((line, at) => (at > 1 && line !== '' ? line.replaceAll(/\b1\d{9}\b/g, 'never') : line));
  await here.drop('posts.csv', broken.join('\n'));
  expect(await here.run()).toMatchObject({ taken: 1 });
  expect((await here.runs())[0]).toMatchObject({ state: 'staged' });
  expect(await here.why('posts.csv.note.txt')).toMatch(/is held back and waits for a decision/);
});

describe('where the folder is not, it is said', () => {
  const said = async () => (await here.schedule()).message;

  test('a folder that is gone', async () => {
    await rm(here.folder, { recursive: true });
    expect(await here.run()).toBeUndefined();
    expect(await said()).toBe('The folder “moodle” is not there. Make it in the inbox: uni/moodle.');
  });

  test('an inbox whose disk is gone', async () => {
    await rm(here.root, { recursive: true });
    await here.run();
    expect(await said()).toMatch(/The inbox is not there/);
  });

  test('a link that leads out of the inbox', async () => {
    await rm(here.folder, { recursive: true });
    await symlink('/etc', here.folder);
    await here.run();
    expect(await said()).toMatch(/leads out of the inbox/);
  });
});

test('a folder is one source’s, and its name never a path', async () => {
  const again = (source: string, folder: string) =>
    watchFolder(database.db, institutionId, {
      source,
      folder,
      connector: null,
      courseId: null,
      when: { everyMinutes: 60, dailyAt: null },
    });
  await expect(again('other', 'moodle')).rejects.toThrow(AlreadyWatched);
  await expect(again('moodle', 'another')).rejects.toThrow('runs by itself already');
  for (const folder of ['../other', 'a/b', '.ssh', '..', 'a\\b', '/etc', ''])
    await expect(again(`of ${folder}`, folder), folder).rejects.toMatchObject({ code: '23514' });
});
