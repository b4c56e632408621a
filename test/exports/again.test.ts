import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { compute } from '@kith/etl/compute/compute.ts';
import { carryOutExports } from '@kith/etl/exports/carry-out.ts';
import { folderOf } from '@kith/etl/exports/approved-export.ts';
import { makeExport } from '@kith/etl/exports/make.ts';
import { exportKey, pseudonymOf } from '@kith/etl/exports/pseudonyms.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import { searchFiles } from '@kith/etl/rights/files.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords } from '../support/load-records.ts';
import { at, exchange } from '../support/small-course.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { again, approve, keptManifest, make, makeWorld } from './world.ts';

let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let institutionId: number;

beforeEach(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
});
afterEach(async () => {
  await database.drop();
  await place.remove();
});

const digests = ({ files }: { files: readonly { name: string; sha256: string }[] }) =>
  Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));

const parts = async (folder: string): Promise<string[]> =>
  (await readdir(path.join(folder, 'parts'), { recursive: true })).filter((file) => file.endsWith('.ndjson')).sort();

test.each(['csv', 'json', 'xlsx', 'parquet'] as const)('%s: made again it is the same to the byte', async (format) => {
  const wish = await approve(database, institutionId, { format });
  const first = await make(database, wish, place.folder);
  for (const { name } of first.manifest.files) await rm(first.path(name));
  // Numbers change meanwhile: a late post, and everything is computed anew.
  await loadRecords(database.db, institutionId, exchange('l8', 'l2', 22));
  await compute(database.db, institutionId, { now: new Date(at(28, 6)), all: true });
  const second = await make(database, await again(database, institutionId, wish.exportId), place.folder);
  expect(digests(second.manifest)).toEqual(digests(first.manifest));
  expect(second.manifest.since).toBeNull();
  expect(await second.read('manifest.json')).toEqual(await first.read('manifest.json'));
});

test('one that broke off goes on where it was', async () => {
  const wish = await approve(database, institutionId);
  const stop = new AbortController();
  const folder = folderOf(place.folder, wish);
  const making = { folder: place.folder, signal: stop.signal, onCourse: () => stop.abort(new Error('Power cut.')) };
  await expect(makeExport(database.db, wish, making)).rejects.toThrow('Power cut.');
  const before = await parts(folder);
  expect(before.length).toBe(7); // seven tables of the first of two courses
  const times = await Promise.all(before.map((file) => stat(path.join(folder, 'parts', file))));
  const made = await make(database, wish, place.folder);
  expect((await parts(folder)).length).toBe(14);
  const after = await Promise.all(before.map((file) => stat(path.join(folder, 'parts', file))));
  expect(after.map(({ ino }) => ino)).toEqual(times.map(({ ino }) => ino));
  // Made in one go it is the same.
  await rm(folder, { recursive: true });
  expect(digests((await make(database, wish, place.folder)).manifest)).toEqual(digests(made.manifest));
});

test('who is erased is taken out of what was made, and it says so when it is made again', async () => {
  const wish = await approve(database, institutionId, { format: 'parquet' });
  const made = await make(database, wish, place.folder);
  const { rows } = await sql<{ personId: number }>`
    select a.person_id from identity.account as i join core.account as a using (institution_id, account_id)
    where i.key = 'l8'`.execute(database.owner);
  const { personId } = rows[0]!;
  const name = pseudonymOf(await exportKey(database.db, institutionId, wish.exportId), 'person', personId);
  const dry = await erasePerson(database.db, { institutionId, personId, dryRun: true });
  const found = await searchFiles(place.folder, dry.words, { dryRun: true });
  expect(found.length).toBeGreaterThan(3);
  expect(existsSync(made.path('learner_weeks.parquet'))).toBe(true);

  const { words } = await erasePerson(database.db, { institutionId, personId, dryRun: false });
  expect(words).toContain(name);
  expect(await searchFiles(place.folder, words, { dryRun: false })).toEqual(found);
  for (const { name: file } of made.manifest.files) expect(existsSync(made.path(file)), file).toBe(false);

  await carryOutExports(database.db, institutionId, { folder: place.folder });
  const manifest = await keptManifest(database, wish.exportId);
  expect(manifest.since).toMatchObject({ erasures: 1 });
  expect(manifest.since!.files.map(({ name: file }) => file)).toContain('learner_weeks.parquet');
  expect(await searchFiles(place.folder, [name], { dryRun: true })).toEqual([]);
  const weeks = (of: typeof manifest) => of.files.find(({ name: file }) => file === 'learner_weeks.parquet')!.rows;
  expect(weeks(manifest)).toBe(weeks(made.manifest) - 4);
});

test('a course that falls under the least with an erasure is left out when it is made again', async () => {
  const wish = await approve(database, institutionId, { contents: ['learner_weeks'], minLearners: 10 });
  const made = await make(database, wish, place.folder);
  expect((await made.rows('learner_weeks')).length).toBeGreaterThan(0); // ten learners, without who opted out
  const { rows } = await sql<{ personId: number }>`
    select a.person_id from identity.account as i join core.account as a using (institution_id, account_id)
    where i.key = 'l7'`.execute(database.owner);
  const { words } = await erasePerson(database.db, { institutionId, personId: rows[0]!.personId, dryRun: false });
  await searchFiles(place.folder, words, { dryRun: false });
  await carryOutExports(database.db, institutionId, { folder: place.folder });
  expect(await made.rows('learner_weeks')).toEqual([]);
  const manifest = await keptManifest(database, wish.exportId);
  expect(manifest.leftOut.coursesTooSmall).toBe(3);
});

test('at its end the files go, and what was asked and made stays on record', async () => {
  const wish = await approve(database, institutionId);
  const { folder } = await make(database, wish, place.folder);
  await sql`update ops.export set expires_at = now() - interval '1 second'`.execute(database.owner);
  await carryOutExports(database.db, institutionId, { folder: place.folder });
  expect(existsSync(folder)).toBe(false);
  const { rows } = await sql`select state, purpose, manifest ->> 'class' as class from ops.export`.execute(
    database.owner,
  );
  expect(rows).toEqual([{ state: 'over', purpose: 'To see who answers whom.', class: 'pseudonymised personal data' }]);
});

test('one that fails says so, and holds up no other', async () => {
  const broken = await approve(database, institutionId, { contents: ['nothing' as 'ties'] });
  const wish = await approve(database, institutionId, { contents: ['ties'] });
  await carryOutExports(database.db, institutionId, { folder: place.folder });
  expect(await again(database, institutionId, broken.exportId)).toMatchObject({ state: 'failed' });
  expect(await again(database, institutionId, wish.exportId)).toMatchObject({ state: 'made' });
});
