import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isolation } from '@kith/etl/score/isolation.ts';
import { startWorker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { keptManifest, makeWorld } from './world.ts';

let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let institutionId: number;
const [researcher, steward] = ['ana@northlea.example', 'sam@northlea.example'];
const purpose = 'Who answers newcomers? Thesis of A. Lind.';
const run = (...words: string[]) => kith(['export', ...words], { database: database.ownerUrl });
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
  for (const [email, role] of [
    [researcher, 'researcher'],
    [steward, 'steward'],
  ] as const) {
    const { personId } = await addUser(database.db, institutionId, { name: role, email });
    await addGrant(database.db, institutionId, personId, role);
  }
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

test('by command it is asked, approved and made as on the pages, and refused as there', async () => {
  expect((await run('ask', 'ties', '--for', steward, '--purpose', purpose)).err).toContain('is no researcher there');
  expect((await run('ask', 'names', '--for', researcher, '--purpose', purpose)).code).toBe(2);
  const asked = await run('ask', 'ties,network', '--for', researcher, '--purpose', purpose);
  expect(asked.rows).toEqual([{ export: 1, state: 'asked' }]);
  expect((await run('make', '1')).err).toContain('not approved');
  const own = await run('approve', '1', '--by', researcher, '--until', tomorrow);
  expect([own.code, own.err]).toEqual([1, expect.stringContaining('Only a data steward')]);
  expect((await run('approve', '1', '--by', steward, '--until', '2020-01-01')).err).toContain('Its end must lie ahead');
  expect((await run('approve', '1', '--by', steward, '--until', tomorrow)).code).toBe(0);

  const out = path.join(place.folder, 'study');
  const made = await run('make', '1', '--out', out);
  expect(made.rows.map(({ file }) => file)).toEqual(['network.graphml', 'ties.csv']);
  expect(['manifest.json', 'network.graphml', 'ties.csv'].filter((file) => !existsSync(path.join(out, file)))).toEqual(
    [],
  );
  expect((await run('make', '1')).rows).toEqual(made.rows);
  expect((await run('list')).rows).toMatchObject([{ export: 1, state: 'made', contents: 'network, ties', purpose }]);
  expect((await run('end', '1', '--by', steward)).code).toBe(0);
  expect((await run('make', '1')).err).toContain('not approved');
});

test('under "kith up" the worker makes what was approved, and removes what is over', async () => {
  await run('ask', 'learner_weeks', '--for', researcher, '--purpose', purpose, '--format', 'parquet');
  await run('approve', '2', '--by', steward, '--until', tomorrow);
  const worker = await startWorker({
    jobsUrl: database.urls.jobs,
    db: database.db,
    spool: path.join(place.folder, 'spool'),
    tell: () => undefined,
    sweepEvery: 300,
  });
  const { rows } = await sql<{ folder: string }>`select folder from ops.export where export_id = 2`.execute(
    database.owner,
  );
  const file = path.join(place.folder, 'exports', rows[0]!.folder, 'learner_weeks.parquet');
  const state = async () =>
    (await sql<{ state: string }>`select state from ops.export where export_id = 2`.execute(database.owner)).rows[0]!
      .state;
  while ((await state()) !== 'made') await sleep(100);
  expect(existsSync(file)).toBe(true);
  expect(await keptManifest(database, 2)).toMatchObject({ purpose, definitions: { isolation: [isolation.version] } });
  expect((await run('end', '2', '--by', researcher)).code).toBe(0);
  while ((await state()) !== 'over') await sleep(100);
  expect(existsSync(file)).toBe(false);
  await worker.stop();
}, 180_000);
