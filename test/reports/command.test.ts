import { existsSync } from 'node:fs';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { carryOutReports } from '@kith/etl/reports/carry-out.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, again, make, makeWorld } from '../exports/world.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let database: FreshDatabase;
let institutionId: number;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...words: string[]) => kith(['report', ...words], { database: database.ownerUrl });

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

const outbox = () => path.join(place.folder, 'outbox');
const carryOut = () => carryOutReports(database.db, institutionId, { folder: place.folder, outbox: outbox() });
const at = (...names: string[]) => path.join(outbox(), 'test', ...names);

test('a report is made now, into a folder that is new', async () => {
  const out = path.join(place.folder, 'now');
  const made = await run('cohort', '--out', out);
  expect(made.err).toContain('Test University');
  expect(made.rows.map(({ file }) => file)).toEqual(['cohort.html', 'cohort.pdf']);
  expect((await readdir(out)).sort()).toEqual(['cohort.html', 'cohort.pdf', 'manifest.json']);
  expect((await run('cohort', '--out', out)).err).toContain('is there already');
  expect((await run('evaluation', '--course', 'd', '--out', `${out} 2`)).code).toBe(2);
  expect((await run('cohort', '--course', 'Second course', '--out', `${out} 3`)).code).toBe(0);
  expect((await run('cohort', '--from', '2031-01-01', '--out', `${out} 4`)).err).toContain('no numbers');
});

test('the letterhead is set and said; what cannot be drawn is refused', async () => {
  const file = path.join(place.folder, 'logo.png');
  await writeFile(file, Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 1, 2, 3]));
  expect((await run('letterhead', '--logo', file)).err).toContain('no PNG or JPEG');
  expect((await run('letterhead', '--language', 'de')).rows).toMatchObject([{ language: 'de', logo: 'none' }]);
  expect((await run('letterhead')).rows).toMatchObject([{ language: 'de' }]);
});

test('a scheduled report comes out when it is due, into a folder of its name and day, and again after its days', async () => {
  expect((await run('schedule', 'weekly', 'bands', '--format', 'xlsx')).code).toBe(0);
  await carryOut();
  const today = new Date().toISOString().slice(0, 10);
  expect((await readdir(at('weekly', today))).sort()).toEqual(['bands.xlsx', 'manifest.json']);
  await rm(at('weekly'), { recursive: true });
  await carryOut();
  expect(existsSync(at('weekly'))).toBe(false);
  await sql`update ops.report_schedule set next_at = now()`.execute(database.owner);
  expect((await run('pause', 'weekly')).code).toBe(0);
  await carryOut();
  expect(existsSync(at('weekly'))).toBe(false);
  await run('resume', 'weekly');
  await carryOut();
  expect(existsSync(at('weekly', today))).toBe(true);
  expect((await run('list')).rows).toMatchObject([{ name: 'weekly', kind: 'bands', everyDays: 7, message: null }]);
  expect((await run('remove', 'weekly')).code).toBe(0);
  expect((await run('remove', 'weekly')).err).toContain('No report comes out');
});

test('microdata lies there only while its approval runs, and anew where it was made anew', async () => {
  expect((await run('schedule', 'study', 'export', '7')).err).toContain('not approved');
  const wish = await approve(database, institutionId, { contents: ['ties'], format: 'csv' });
  expect((await run('schedule', 'study', 'export', String(wish.exportId))).code).toBe(0);
  await carryOut();
  expect((await run('list')).rows).toMatchObject([{ message: expect.stringContaining('not made yet') as string }]);
  await make(database, wish, place.folder);
  await carryOut();
  expect((await readdir(at('study'))).sort()).toEqual(['manifest.json', 'ties.csv']);

  const made = await make(database, await again(database, institutionId, wish.exportId), place.folder);
  await writeFile(made.path('manifest.json'), (await made.read('manifest.json')).toString().replace('\n', '\n\n'));
  await carryOut();
  expect(await readFile(at('study', 'manifest.json'), 'utf8')).toContain('\n\n');

  await sql`update ops.export set expires_at = now() where export_id = ${wish.exportId}`.execute(database.owner);
  await carryOut();
  expect(existsSync(at('study'))).toBe(false);
  expect((await run('list')).rows).toMatchObject([{ message: expect.stringContaining('approval is over') as string }]);
});

test('without an outbox a schedule says what is missing', async () => {
  await run('schedule', 'nowhere', 'health');
  await carryOutReports(database.db, institutionId, { folder: place.folder });
  const rows = (await run('list')).rows;
  expect(rows.find(({ name }) => name === 'nowhere')).toMatchObject({
    message: expect.stringContaining('KITH_OUTBOX') as string,
  });
});
