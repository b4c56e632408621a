import { existsSync } from 'node:fs';
import { carryOutExports } from '@kith/etl/exports/carry-out.ts';
import { exportKey, pseudonymOf } from '@kith/etl/exports/pseudonyms.ts';
import { searchFiles } from '@kith/etl/rights/files.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { again, approve, keptManifest, make, makeWorld } from './world.ts';

/** What happens to an export after it was asked, made, or not made. */
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

const carryOut = () => carryOutExports(database.db, institutionId, { folder: place.folder });
const optOut = (person: string, granted = false) =>
  loadRecords(database.db, institutionId, [
    { type: 'consent', key: `later ${person}`, person, purpose: 'analytics', granted, at: at(27) },
  ]);

test('who opts out after it was made is taken out, it is made again without them, and says so', async () => {
  const wish = await approve(database, institutionId, { format: 'xlsx' });
  const made = await make(database, wish, place.folder);
  const { rows } = await sql<{ personId: number }>`
    select a.person_id from identity.account as i join core.account as a using (institution_id, account_id)
    where i.key = 'l1'`.execute(database.owner);
  const name = pseudonymOf(await exportKey(database.db, institutionId, wish.exportId), 'person', rows[0]!.personId);
  expect((await searchFiles(place.folder, [name], { dryRun: true })).length).toBeGreaterThan(3);
  await carryOut();
  expect((await keptManifest(database, wish.exportId)).since).toBeNull();

  await optOut('l1');
  await carryOut();
  expect(await searchFiles(place.folder, [name], { dryRun: true })).toEqual([]);
  const manifest = await keptManifest(database, wish.exportId);
  expect(manifest.since).toMatchObject({ erasures: 0, optOuts: 1 });
  const rowsOf = (of: typeof manifest) => of.files.find((file) => file.name === 'learner_weeks.xlsx')!.rows;
  expect(rowsOf(manifest)).toBeLessThan(rowsOf(made.manifest));
  expect(existsSync(made.path('learner_weeks.xlsx'))).toBe(true);

  // Once more changes nothing; nor does an opt-in bring anybody back.
  await carryOut();
  expect(await keptManifest(database, wish.exportId)).toEqual(manifest);
  await optOut('l1', true);
  await carryOut();
  expect(await keptManifest(database, wish.exportId)).toEqual(manifest);
});

test('a steward sees what an approval would release, and an approval releases it', async () => {
  const { rows } = await sql<{ exportId: number }>`
    insert into ops.export (institution_id, asked_at, purpose, unit_id, contents, format, min_learners, state)
    values (${institutionId}, now(), 'To see who answers whom.', 0, '{learner_weeks,network}', 'csv', 5, 'asked')
    returning export_id`.execute(database.owner);
  await carryOut();
  const kept = await sql<{
    preview: { courses: number; coursesTooSmall: number; tables: { id: string; rows: number; columns: string[] }[] };
  }>`select preview from ops.export`.execute(database.owner);
  const { preview } = kept.rows[0]!;
  expect([preview.courses, preview.coursesTooSmall]).toEqual([2, 1]);

  await sql`
    update ops.export set state = 'approved', as_of = now(), expires_at = now() + interval '1 day'
    where export_id = ${rows[0]!.exportId}`.execute(database.owner);
  await carryOut();
  const { files } = await keptManifest(database, rows[0]!.exportId);
  for (const { tables, rows: released } of files) {
    const counted = preview.tables.filter(({ id }) => tables.some((table) => table.id === id));
    expect(counted.reduce((sum, table) => sum + table.rows, 0)).toBe(released);
    expect(counted.flatMap(({ columns }) => columns)).toEqual(
      tables.flatMap((table) => table.columns.map((column) => column.name)),
    );
  }
});

test('one that fails is tried again, later and later, and in the end no more', async () => {
  const wish = await approve(database, institutionId, { contents: ['nothing' as 'ties'] });
  const now = () => again(database, institutionId, wish.exportId);
  const tries = async () => {
    const { rows } = await sql<{ tries: number; minutes: number | null }>`
      select tries, round(extract(epoch from try_at - now()) / 60)::int as minutes from ops.export`.execute(
      database.owner,
    );
    return [rows[0]!.tries, rows[0]!.minutes];
  };
  const seen = [];
  for (let round = 1; round <= 6; round++) {
    await carryOut();
    seen.push(await tries());
    expect(await now()).toMatchObject({ state: 'failed', forLater: true });
    await sql`update ops.export set try_at = now() where try_at is not null`.execute(database.owner);
  }
  expect(seen).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, null],
    [5, null],
  ]);
  await sql`update ops.export set contents = '{ties}', try_at = now()`.execute(database.owner);
  await carryOut();
  expect(await now()).toMatchObject({ state: 'made' });
  expect(await tries()).toEqual([0, null]);
});
