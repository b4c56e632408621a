import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { startServer, type Server } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { sql } from 'kysely';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { plantSession } from '../support/open-university.ts';
import { tablesWith } from '../support/tables-with.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { courseWithPlanted, planted } from './planted.ts';

/** Erased by the page and the real worker, and then looked for in tables, queue, dropped files, archives and exports. */
let database: FreshDatabase;
let institutionId: number;
let server: Server;
let worker: Worker;
let folder: string;
let remove: () => Promise<void>;
let cookie: string;
let words: string[];
const told: string[] = [];
const everywhere = ['core', 'identity', 'insight', 'care', 'ops', 'stage', 'jobs'];

beforeAll(async () => {
  database = await freshDatabase();
  const { db, owner, urls } = database;
  await sql`select setval(pg_get_serial_sequence('core.person', 'person_id'), 710000001)`.execute(owner);
  await sql`select setval(pg_get_serial_sequence('core.account', 'account_id'), 820000001)`.execute(owner);
  institutionId = await makeInstitution(db);
  const { personId } = await addUser(db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
  await addGrant(db, institutionId, personId, 'steward');
  cookie = `kith_session=${await plantSession(db, institutionId, personId)}`;
  // Over, so that the worker closes no further weeks meanwhile.
  const records = courseWithPlanted().map((one) => (one.type === 'course' ? { ...one, endsOn: '2026-02-01' } : one));
  await loadRecords(db, institutionId, records);
  await compute(db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  const { rows } = await sql<{ personId: number; pseudonym: string; accountId: number }>`
    select p.person_id, p.pseudonym, i.account_id from identity.account as i
      join core.account as a using (institution_id, account_id)
      join core.person as p on p.institution_id = a.institution_id and p.person_id = a.person_id
    where i.key = ${planted.key}`.execute(owner);
  const [one] = rows;
  words = [planted.key, planted.name, 'Plantedson', one!.pseudonym, String(one!.personId), String(one!.accountId)];
  ({ folder, remove } = await temporaryFolder());
  const spool = path.join(folder, 'spool');
  server = await startServer({ appUrl: urls.app, quiet: true, spool });
  worker = await startWorker({ jobsUrl: urls.jobs, db, spool, tell: (text) => told.push(text), sweepEvery: 200 });
  await plantFiles();
  await plantJob();
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await database.drop();
  await remove();
});

async function post<T>(address: string, body: object | Uint8Array = {}): Promise<T> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(`${server.url}/api/v1${address}`, {
    method: 'POST',
    headers: { cookie, 'x-kith': '1', 'content-type': raw ? 'application/octet-stream' : 'application/json' },
    body: raw ? Buffer.from(body) : JSON.stringify(body),
  });
  expect(answer.status, address).toBe(200);
  return (await answer.json()) as T;
}

const sentence = Buffer.from(`author\n${planted.name}\n`);
const zipOf = (files: Record<string, Uint8Array>): Buffer => Buffer.from(zipSync(files));

/** Dropped and not loaded yet, and exported: plain, packed, packed twice, as a workbook, in UTF-16, and by name. */
async function plantFiles(): Promise<void> {
  const { uploadId } = await post<{ uploadId: string }>('/uploads');
  for (const [name, bytes] of [
    ['plain.csv', sentence],
    [`${planted.key}.csv`, Buffer.from('nobody')],
    ['wide.csv', Buffer.from(`\uFEFF${planted.name}`, 'utf16le')],
    ['packed.csv.gz', gzipSync(sentence)],
    ['export.zip', zipOf({ 'posts.csv': sentence })],
    ['twice.zip', zipOf({ 'inner.zip': zipOf({ 'posts.csv': sentence }) })],
    ['book.xlsx', zipOf({ '[Content_Types].xml': Buffer.from('<x/>'), 'xl/sharedStrings.xml': sentence })],
    ['of-others.csv', Buffer.from('author\nNobody Else\n')],
  ] as const) {
    await post(`/uploads/${uploadId}/files?path=${encodeURIComponent(name)}`, bytes);
  }
  await mkdir(path.join(folder, 'exports'));
  await writeFile(path.join(folder, 'exports', 'week.zip'), zipOf({ 'week.csv': sentence }));
  await writeFile(path.join(folder, 'exports', 'other.csv'), 'nobody');
}

/** A job that failed, and says over which row. */
async function plantJob(): Promise<void> {
  await sql`select ops.queue_recompute(${institutionId})`.execute(database.db);
  await sql`
    insert into jobs._private_tasks (identifier) values ('waits') on conflict do nothing`.execute(database.owner);
  await sql`
    insert into jobs._private_jobs (task_id, payload, run_at, last_error)
    select id, '{}', now() + interval '1 day', ${`A row of ${planted.name} <${planted.key}> could not be read.`}
    from jobs._private_tasks where identifier = 'waits'`.execute(database.owner);
}

async function filesWith(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const texts = allTexts(await readFile(file)).map((text) => text.toLowerCase());
    if ([entry.name, ...texts].some((text) => text.includes(word.toLowerCase()))) found.push(entry.name);
  }
  return found.sort();
}

/** What a reader would see in it, unpacked as deep as it goes. */
function allTexts(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return Object.values(unzipSync(bytes)).flatMap(allTexts);
  if (bytes[0] === 0x1f) return ['packed'];
  return [Buffer.from(bytes).toString(), Buffer.from(bytes).toString('utf16le')];
}

const courseWeeks = async () =>
  (await sql`select week, learners, indicators, health from insight.course_week order by week`.execute(database.owner))
    .rows;

test('before, they are found in the queue, in dropped files, in archives, and in the export folder', async () => {
  expect(await tablesWith(database.owner, ['jobs'], planted.name)).toEqual(['jobs._private_jobs']);
  expect(await tablesWith(database.owner, ['ops'], planted.key)).toContain('ops.upload');
  expect(await filesWith(planted.name)).toEqual(
    ['book.xlsx', 'export.zip', 'plain.csv', 'twice.zip', 'week.zip', 'wide.csv'].sort(),
  );
  expect(await filesWith(planted.key)).toEqual([`${planted.key}.csv`]);
});

test('a steward asks on the page, sees what would go, and has it done', async () => {
  const aggregates = await courseWeeks();
  const { taskId } = await post<{ taskId: number }>('/rights/erasures', { email: planted.key });
  const task = async () =>
    (
      await sql<{ state: string; text: string; preview: { files: { file: string }[] } | null }>`
      select state, t::text as text, preview from ops.rights_task as t where task_id = ${taskId}`.execute(
        database.owner,
      )
    ).rows[0]!;
  while ((await task()).state === 'to_count') await sleep(50);
  expect((await task()).preview?.files.map(({ file }) => path.basename(file)).sort()).toEqual(
    [
      `${planted.key}.csv`,
      'book.xlsx',
      'export.zip',
      'packed.csv.gz',
      'plain.csv',
      'twice.zip',
      'week.zip',
      'wide.csv',
    ].sort(),
  );
  expect(await filesWith(planted.name)).toHaveLength(6);
  await post(`/rights/tasks/${String(taskId)}/decision`, { decision: 'do' });
  while (!['done', 'failed'].includes((await task()).state)) await sleep(50);
  expect((await task()).state).toBe('done');
  expect(await courseWeeks()).toEqual(aggregates);
});

test('0 finds: by key, name, e-mail, number and pseudonym, in every table, the queue, and every file and archive', async () => {
  for (const word of words) {
    expect([word, await tablesWith(database.owner, everywhere, word)]).toEqual([word, []]);
    expect([word, await filesWith(word)]).toEqual([word, []]);
  }
  const { rows: left } = await sql`select from jobs._private_jobs where last_error is not null`.execute(database.owner);
  expect(left).toEqual([]);
  expect(told.join('\n')).not.toMatch(/planted/i);
});

test('what names nobody stays', async () => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(names.sort()).toEqual(['of-others.csv', 'other.csv']);
});

test('the payload of no job has a field for a person', async () => {
  const { rows } = await sql<{ key: string }>`
    select distinct field.key from jobs._private_jobs, json_object_keys(payload) as field (key)`.execute(
    database.owner,
  );
  expect(
    rows.map(({ key }) => key).filter((key) => !['_cron', 'institutionId', 'sourceId', 'rosterId'].includes(key)),
  ).toEqual([]);
});
