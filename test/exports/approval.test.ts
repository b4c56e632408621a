import path from 'node:path';
import { buildApp, type App } from '@kith/api/app.ts';
import { ExportContent, ExportFormat } from '@kith/api/contract/exports.ts';
import { carryOutExports } from '@kith/etl/exports/carry-out.ts';
import { formats } from '@kith/etl/exports/formats/index.ts';
import { contents } from '@kith/etl/exports/tables/index.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
let app: App;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  kith = await openUniversity();
  place = await temporaryFolder();
  app = await buildApp({ db: kith.appDb, exports: path.join(place.folder, 'exports') });
});
afterAll(async () => {
  await app.close();
  await kith.close();
  await place.remove();
});

const purpose = 'Do programmes differ in how soon learners are answered?';
const wish = () => ({
  unitId: kith.humanities,
  contents: ['learner_weeks', 'ties'],
  format: 'csv',
  minLearners: 5,
  purpose,
});
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

async function ask(who: StaffRole, method: 'GET' | 'POST', url: string, payload?: object) {
  const cookie = await plantSession(kith.database.db, kith.institutionId, kith.staff[who].personId);
  const headers = { cookie: `kith_session=${cookie}`, 'x-kith': '1' };
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
}

const asked = async (): Promise<number> =>
  (await ask('researcher', 'POST', '/exports', wish())).json<{ exportId: number }>().exportId;

const approved = async (): Promise<number> => {
  const exportId = await asked();
  const word = { decision: 'approve', until: tomorrow(), remark: 'Ethics vote 17.' };
  expect((await ask('steward', 'POST', `/exports/${exportId}/decision`, word)).statusCode).toBe(200);
  await carryOutExports(kith.database.db, kith.institutionId, { folder: place.folder });
  return exportId;
};

const fetched = (who: StaffRole, exportId: number, name = 'learner_weeks.csv') =>
  ask(who, 'GET', `/exports/${exportId}/files/${name}`);

interface Listed {
  units: { unitId: number; title: string }[];
  exports: { exportId: number; own: boolean; state: string; askedBy: string; purpose: string }[];
}
const listed = async (who: StaffRole): Promise<Listed> => (await ask(who, 'GET', '/exports')).json<Listed>();

test('what the contract offers is what there is', () => {
  expect(ExportContent.options).toEqual(Object.keys(contents));
  expect([...ExportFormat.options].sort()).toEqual(Object.keys(formats).sort());
});

test('a researcher may ask of their own part of the institution, and of no other', async () => {
  expect((await listed('researcher')).units.map(({ title }) => title)).toEqual(['Humanities']);
  expect((await listed('lead')).units).toEqual([]);
  for (const unitId of [kith.sciences, 0, 999_999]) {
    expect((await ask('researcher', 'POST', '/exports', { ...wish(), unitId })).statusCode).toBe(403);
  }
  expect((await ask('lead', 'POST', '/exports', wish())).statusCode).toBe(403);
  expect((await ask('researcher', 'POST', '/exports', { ...wish(), purpose: 'Thesis' })).statusCode).toBe(400);
});

test('nothing is made before a steward says yes, and nobody else may', async () => {
  const exportId = await asked();
  await carryOutExports(kith.database.db, kith.institutionId, { folder: place.folder });
  expect((await fetched('researcher', exportId)).statusCode).toBe(409);
  const word = { decision: 'approve', until: tomorrow() };
  for (const who of ['researcher', 'lead', 'instructor', 'learner'] as const) {
    expect((await ask(who, 'POST', `/exports/${exportId}/decision`, word)).statusCode).toBe(403);
  }
  for (const until of ['2020-01-01', '2099-01-01']) {
    expect((await ask('steward', 'POST', `/exports/${exportId}/decision`, { ...word, until })).statusCode).toBe(409);
  }
  expect((await ask('steward', 'POST', `/exports/${exportId}/decision`, { decision: 'decline' })).statusCode).toBe(200);
  expect((await ask('steward', 'POST', `/exports/${exportId}/decision`, word)).statusCode).toBe(404);
  expect((await fetched('researcher', exportId)).statusCode).toBe(409);
});

test('who asked fetches it, and nobody else, not even the steward; each time is in the access log', async () => {
  const exportId = await approved();
  const answer = await fetched('researcher', exportId);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toContain(`export-${exportId}-learner_weeks.csv`);
  expect(answer.body.split('\r\n')[0]).toMatch(/^course,person,week,kind,state/);
  // The part of the institution, and no course beside it: two courses of twelve, six weeks, of whom all are learners.
  expect(
    new Set(
      answer.body
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).size,
  ).toBe(2);
  expect(answer.body).not.toContain('Zyx');
  expect((await fetched('researcher', exportId, 'manifest.json')).json()).toMatchObject({ purpose, export: exportId });
  for (const who of ['steward', 'admin', 'lead', 'stranger'] as const) {
    expect((await fetched(who, exportId)).statusCode, who).toBe(404);
  }
  for (const name of ['..%2F..%2Fsecret.key', 'parts', 'plan.json', 'ties.json']) {
    expect((await fetched('researcher', exportId, name)).statusCode, name).toBe(404);
  }
  const { rows } = await sql<{ action: string; reason: string }>`
    select action, reason from ops.access_log where action like '%export' order by log_id`.execute(kith.database.owner);
  expect(rows.filter(({ reason }) => reason.startsWith(`export ${exportId}`))).toEqual([
    { action: 'ask_export', reason: `export ${exportId}` },
    { action: 'approve_export', reason: `export ${exportId}` },
    { action: 'download_export', reason: `export ${exportId}, learner_weeks.csv` },
    { action: 'download_export', reason: `export ${exportId}, manifest.json` },
  ]);
});

test('others see neither it nor that it was asked', async () => {
  const exportId = await asked();
  for (const who of ['lead', 'instructor', 'learner', 'stranger'] as const) {
    expect((await listed(who)).exports).toEqual([]);
    expect((await ask(who, 'POST', `/exports/${exportId}/end`)).statusCode).toBe(404);
  }
  expect((await listed('steward')).exports.find((one) => one.exportId === exportId)).toMatchObject({
    own: false,
    state: 'asked',
    askedBy: 'north researcher',
    purpose,
  });
});

test('at its end, taken back, or without the role, it is closed at once', async () => {
  const over = await approved();
  await sql`update ops.export set expires_at = now() where export_id = ${over}`.execute(kith.database.owner);
  expect((await fetched('researcher', over)).statusCode).toBe(409);
  expect((await listed('researcher')).exports.find((one) => one.exportId === over)!.state).toBe('over');

  const ended = await approved();
  expect((await ask('steward', 'POST', `/exports/${ended}/end`)).statusCode).toBe(200);
  expect((await fetched('researcher', ended)).statusCode).toBe(409);

  const roleless = await approved();
  const until = (at: string | null) =>
    sql`update ops.access_grant set valid_to = ${at}::timestamptz where role = 'researcher'`.execute(
      kith.database.owner,
    );
  await until('2020-01-02T00:00:00Z');
  expect((await fetched('researcher', roleless)).statusCode).toBe(409);
  await until(null);
  expect((await fetched('researcher', roleless)).statusCode).toBe(200);
});

test('a steward who does research has another steward look at it', async () => {
  const me = kith.staff.steward.personId;
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at)
    values (${kith.institutionId}, ${me}, 'researcher', now() - interval '1 day', now())`.execute(kith.database.owner);
  const { exportId } = (await ask('steward', 'POST', '/exports', { ...wish(), unitId: 0 })).json<{
    exportId: number;
  }>();
  const word = { decision: 'approve', until: tomorrow() };
  const own = await ask('steward', 'POST', `/exports/${exportId}/decision`, word);
  expect([own.statusCode, own.json<{ detail: string }>().detail]).toEqual([
    409,
    'Nobody approves what they asked for themselves.',
  ]);
  expect((await ask('admin', 'POST', `/exports/${exportId}/decision`, word)).statusCode).toBe(200);
});
