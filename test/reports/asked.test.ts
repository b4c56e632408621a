import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { buildApp, type App } from '@kith/api/app.ts';
import { carryOutReports } from '@kith/etl/reports/carry-out.ts';
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
  app = await buildApp({ db: kith.appDb, reports: path.join(place.folder, 'reports') });
});
afterAll(async () => {
  await app.close();
  await kith.close();
  await place.remove();
});

async function ask(who: StaffRole, method: 'GET' | 'POST', url: string, payload?: object) {
  const cookie = await plantSession(kith.database.db, kith.institutionId, kith.staff[who].personId);
  const headers = { cookie: `kith_session=${cookie}`, 'x-kith': '1' };
  return app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });
}

const cohort = () => ({ kind: 'cohort', format: 'print', unitId: kith.humanities, least: 5 });
const carryOut = () => carryOutReports(kith.database.db, kith.institutionId, { folder: place.folder });
interface Listed {
  reports: {
    reportId: number;
    state: string;
    noNumbers: boolean;
    tryAt: string | null;
    of: string;
    manifest: { files: { name: string }[] } | null;
  }[];
}
const listed = async (who: StaffRole) => (await ask(who, 'GET', '/reports')).json<Listed>().reports;

test('a lead asks, the worker makes, the lead fetches; nobody else has it', async () => {
  const { reportId } = (await ask('lead', 'POST', '/reports', cohort())).json<{ reportId: number }>();
  expect(await listed('lead')).toMatchObject([{ reportId, state: 'asked', of: 'Humanities', manifest: null }]);
  await carryOut();
  const [made] = await listed('lead');
  expect(made).toMatchObject({ state: 'made', manifest: { files: [{ name: 'cohort.html' }, { name: 'cohort.pdf' }] } });
  const pdf = await ask('lead', 'GET', `/reports/${String(reportId)}/files/cohort.pdf`);
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect(pdf.headers['content-disposition']).toContain('attachment');
  expect((await ask('lead', 'GET', `/reports/${String(reportId)}/files/manifest.json`)).statusCode).toBe(200);
  for (const name of ['secrets.json', '..%2fmanifest.json', 'cohort.csv'])
    expect((await ask('lead', 'GET', `/reports/${String(reportId)}/files/${name}`)).statusCode, name).toBe(404);
  for (const who of ['researcher', 'instructor', 'steward', 'admin', 'learner'] as const) {
    expect((await ask(who, 'GET', `/reports/${String(reportId)}/files/cohort.pdf`)).statusCode, who).toBe(404);
    expect(await listed(who), who).toEqual([]);
  }
});

test('of a part that is not all theirs to see, or of which one course is not, nobody asks', async () => {
  for (const who of ['lead', 'support', 'learner'] as const) {
    expect((await ask(who, 'POST', '/reports', { ...cohort(), unitId: kith.sciences })).statusCode, who).toBe(403);
    expect((await ask(who, 'POST', '/reports', { ...cohort(), unitId: 0 })).statusCode, who).toBe(403);
    expect((await ask(who, 'POST', '/reports', { ...cohort(), courseId: kith.foreign.courseId })).statusCode).toBe(403);
  }
});

test('an evaluation is of no course, and a table is not printed', async () => {
  const bad = [
    { ...cohort(), kind: 'evaluation', courseId: kith.own.courseId },
    { ...cohort(), format: 'csv' },
    { ...cohort(), kind: 'bands' },
  ];
  for (const body of bad) expect((await ask('lead', 'POST', '/reports', body)).statusCode).toBe(400);
});

test('tables in every format; what has no numbers says so, and is not tried again', async () => {
  for (const format of ['csv', 'json', 'xlsx', 'parquet']) {
    await ask('lead', 'POST', '/reports', { ...cohort(), kind: 'health', format });
  }
  await ask('lead', 'POST', '/reports', { ...cohort(), from: '2090-01-01' });
  await carryOut();
  const [none, ...tables] = (await listed('lead')).slice(0, 5);
  expect(none).toMatchObject({ state: 'failed', noNumbers: true, tryAt: null });
  expect(tables.map(({ state, manifest }) => [state, manifest!.files[0]!.name]).sort()).toEqual(
    ['csv', 'json', 'parquet', 'xlsx'].map((format) => ['made', `health.${format}`]),
  );
});

test('what fails is tried again later, and later still', async () => {
  const { owner } = kith.database;
  await ask('lead', 'POST', '/reports', cohort());
  await sql`alter table core.letterhead rename to away`.execute(owner);
  await carryOut();
  const [failed] = await listed('lead');
  expect(failed).toMatchObject({ state: 'failed', noNumbers: false });
  expect(Date.parse(failed!.tryAt!)).toBeGreaterThan(Date.now());
  await sql`alter table core.away rename to letterhead`.execute(owner);
  await carryOut();
  expect((await listed('lead'))[0]!.state).toBe('failed');
  await sql`update ops.report set try_at = now() where state = 'failed' and try_at is not null`.execute(owner);
  await carryOut();
  expect((await listed('lead'))[0]!.state).toBe('made');
});

test('after a year its files go', async () => {
  const folders = await readdir(path.join(place.folder, 'reports'));
  expect(folders.length).toBeGreaterThan(1);
  await sql`update ops.report set expires_at = now()`.execute(kith.database.owner);
  await carryOut();
  expect(existsSync(path.join(place.folder, 'reports', folders[0]!))).toBe(false);
  expect(new Set((await listed('lead')).map(({ state }) => state))).toEqual(new Set(['over']));
});
