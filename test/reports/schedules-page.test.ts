import type { listReportSchedules } from '@kith/api/contract/report-schedules.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import { reportSchedules } from '@kith/etl/reports/schedules/schedule.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const url = '/api/v1/reports/schedules';
const weekly = { name: 'every week', kind: 'bands', format: 'csv', unitId: 0, everyDays: 7, least: 5 };
const listed = async () => (await kith.ask('steward', 'GET', url)).json<ResponseOf<typeof listReportSchedules>>();
const add = async (body: object) => (await kith.ask('steward', 'POST', url, { ...weekly, ...body })).statusCode;
const steer = async (name: string, deed: string) =>
  (await kith.ask('steward', 'POST', `${url}/steer`, { name, deed })).statusCode;
const atTheCommand = async () => (await reportSchedules(kith.database.db, kith.institutionId)).map(({ name }) => name);

test('a steward adds what the command line then shows, pauses it, lets it go on and removes it', async () => {
  expect(await add({})).toBe(200);
  expect(await add({ name: 'of Humanities', kind: 'evaluation', format: 'print', unitId: kith.humanities })).toBe(200);
  expect(await atTheCommand()).toEqual(['every week', 'of Humanities']);
  const { schedules, units, institution } = await listed();
  expect(schedules[1]).toMatchObject({
    title: 'Humanities',
    everyDays: 7,
    paused: false,
    triedAt: null,
    message: null,
  });
  expect([units[0]!.unitId, institution]).toEqual([0, 'north']);
  expect(await steer('every week', 'pause')).toBe(200);
  expect((await listed()).schedules[0]!.paused).toBe(true);
  expect(await steer('every week', 'resume')).toBe(200);
  expect((await listed()).schedules[0]!.paused).toBe(false);
  expect(await steer('every week', 'remove')).toBe(200);
  expect(await atTheCommand()).toEqual(['of Humanities']);
  const { rows } = await sql<{ action: string }>`
    select action from ops.access_log where action like '%\\_report' order by at`.execute(kith.database.owner);
  expect(rows.map(({ action }) => action)).toEqual([
    'schedule_report',
    'schedule_report',
    'pause_report',
    'resume_report',
    'remove_report',
  ]);
});

test('what cannot come out is refused: a path as a name, a name twice, no such part, an export that is not approved', async () => {
  for (const name of ['../elsewhere', 'a/b', '.hidden', '', 'a\nb']) expect(await add({ name }), name).toBe(400);
  expect(await add({ name: 'of Humanities' })).toBe(409);
  expect(await add({ unitId: 999_999 })).toBe(404);
  expect(await add({ name: 'files', kind: 'export', format: 'approved', exportId: 99 })).toBe(404);
  expect(await add({ name: 'mixed', kind: 'cohort', format: 'csv' })).toBe(400);
  expect(await add({ name: 'never', everyDays: 0 })).toBe(400);
  expect(await steer('of nobody', 'pause')).toBe(404);
  expect(await atTheCommand()).toEqual(['of Humanities']);
});

test('nobody but stewards and admins sees or changes it', async () => {
  for (const who of ['instructor', 'lead', 'learner', 'support'] as const) {
    expect((await kith.ask(who, 'GET', url)).statusCode, who).toBe(403);
    expect((await kith.ask(who, 'POST', url, weekly)).statusCode, who).toBe(403);
  }
});
