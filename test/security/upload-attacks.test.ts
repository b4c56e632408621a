import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startServer, type Server } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { plantSession } from '../support/open-university.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hostileZips, nested } from './hostile-zips.ts';

/** Files and archives that want out of their folder, through the real route and the real worker. */
let database: FreshDatabase;
let server: Server;
let worker: Worker;
let cookie: string;
let around: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const { personId } = await addUser(database.db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
  await addGrant(database.db, institutionId, personId, 'steward');
  cookie = `kith_session=${await plantSession(database.db, institutionId, personId)}`;
  ({ folder: around, remove } = await temporaryFolder());
  const spool = path.join(around, 'kith', 'uploads');
  await mkdir(spool, { recursive: true });
  await writeFile(path.join(around, 'kith', 'secrets.json'), '{"planted":"secret"}');
  server = await startServer({ appUrl: database.urls.app, quiet: true, spool });
  worker = await startWorker({ jobsUrl: database.urls.jobs, db: database.db, spool, tell: () => undefined });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await database.drop();
  await remove();
});

async function post(address: string, body: object | Uint8Array = {}): Promise<{ status: number; body: string }> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(`${server.url}/api/v1${address}`, {
    method: 'POST',
    headers: { cookie, 'x-kith': '1', 'content-type': raw ? 'application/octet-stream' : 'application/json' },
    body: raw ? Buffer.from(body) : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.text() };
}
let before: readonly string[] = [];
async function open(): Promise<string> {
  before = await everything();
  return (JSON.parse((await post('/uploads')).body) as { uploadId: string }).uploadId;
}
const add = (uploadId: string, name: string, bytes: Uint8Array = Buffer.from('planted')) =>
  post(`/uploads/${uploadId}/files?path=${encodeURIComponent(name)}`, bytes);

const everything = async (): Promise<string[]> =>
  (await readdir(around, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(around, path.join(entry.parentPath, entry.name)));

/** What stands outside the upload's own folder since it was opened. */
const escaped = async (uploadId: string): Promise<string[]> =>
  (await everything()).filter(
    (file) => !before.includes(file) && !file.startsWith(path.join('kith', 'uploads', uploadId, path.sep)),
  );

interface State {
  readonly state: string;
  readonly results: readonly {
    readonly state: string;
    readonly message: string | null;
    readonly hint: string | null;
  }[];
}
async function through(uploadId: string): Promise<State> {
  for (;;) {
    const answer = await fetch(`${server.url}/api/v1/uploads/${uploadId}`, { headers: { cookie } });
    const state = (await answer.json()) as State;
    if (['done', 'failed', 'cancelled'].includes(state.state)) return state;
    await sleep(50);
  }
}
const inside = /at .*\.ts:\d+|node_modules|kith\/uploads|select |insert /;

describe('the name of a file leads nowhere else', () => {
  test.each([
    '../../planted.txt',
    '..\\..\\planted.txt',
    '/tmp/kith-planted.txt',
    '/../../../../../../tmp/kith-planted.txt',
    'C:\\kith-planted.txt',
    '\\\\server\\share\\planted.txt',
    'a/../../planted.txt',
    '%2e%2e%2fplanted.txt',
    '..%2f..%2fplanted.txt',
    '..;/planted.txt',
    '.. /.. /planted.txt',
    '....//....//planted.txt',
    '\u0000../planted.txt',
    'planted.txt\u0000.csv',
    '．．/planted.txt',
    '‥/planted.txt',
    '..∕planted.txt',
    '.ssh/authorized_keys',
    '-rf',
    'con',
    '.',
    '..',
    '/',
    'a/'.repeat(200) + 'b',
    'é'.repeat(500),
  ])('%j', async (name) => {
    const uploadId = await open();
    const { status, body } = await add(uploadId, name);
    expect([200, 400]).toContain(status);
    expect(body).not.toMatch(inside);
    expect(await escaped(uploadId)).toEqual([]);
    expect(existsSync('/tmp/kith-planted.txt')).toBe(false);
  });

  test('a name that is not there, or longer than any, is refused in plain words', async () => {
    const uploadId = await open();
    for (const name of ['', 'x'.repeat(1001)]) {
      const { status, body } = await add(uploadId, name);
      expect([status, body]).toEqual([400, expect.stringContaining('Not a valid request') as string]);
    }
    expect(await escaped(uploadId)).toEqual([]);
  });

  test('neither is one file written over another, nor a folder over a file', async () => {
    const uploadId = await open();
    for (const name of ['a', 'a', './a', 'a/b', 'a/b/c']) {
      const { status, body } = await add(uploadId, name);
      expect([200, 409], `${name} ${body}`).toContain(status);
      expect(body).not.toMatch(inside);
    }
    expect(await escaped(uploadId)).toEqual([]);
  });

  test.each(['../../etc', '..%2f..%2fetc', '%00', 'not-a-uuid', '00000000-0000-4000-8000-000000000000'])(
    'nor is the number of an upload a way out: %s',
    async (uploadId) => {
      before = await everything();
      const { status, body } = await add(uploadId, 'planted.txt');
      expect([400, 404]).toContain(status);
      expect(body).not.toMatch(inside);
      expect(await escaped('none')).toEqual([]);
    },
  );
});

describe('an archive is refused whole, by the look and by the worker', () => {
  test.each(hostileZips)('%s', { timeout: 120_000 }, async (_, zip, says) => {
    const uploadId = await open();
    expect((await add(uploadId, 'export.zip', zip())).status).toBe(200);
    const look = await post(`/uploads/${uploadId}/look`);
    expect(look.status).toBe(200);
    const { parcels, leftOver } = JSON.parse(look.body) as {
      parcels: unknown[];
      leftOver: { message: string; hint: string }[];
    };
    expect(parcels).toEqual([]);
    expect(leftOver).toEqual([expect.objectContaining({ message: expect.stringMatching(says) as string })]);
    expect(leftOver[0]!.hint).not.toBe('');

    // Whoever does not look, and has it loaded all the same.
    const parcel = { id: 'planted', connector: 'native', archive: 'export.zip', files: ['posts.csv'] };
    await post(`/uploads/${uploadId}/load`, { parcels: [parcel] });
    const { results } = await through(uploadId);
    expect(results).toEqual([expect.objectContaining({ state: 'failed' })]);
    expect(`${results[0]!.message ?? ''} ${results[0]!.hint ?? ''}`).not.toMatch(inside);
    expect(await escaped(uploadId)).toEqual([]);
    expect(existsSync('/tmp/kith-planted.csv')).toBe(false);
    expect(await database.db.selectFrom('core.post').select('key').execute()).toEqual([]);
  });

  test.each([2, 50])('archives in archives, %i deep: the inner ones stay packed', async (depth) => {
    const uploadId = await open();
    await add(uploadId, 'export.zip', nested(depth));
    const { parcels, leftOver } = JSON.parse((await post(`/uploads/${uploadId}/look`)).body) as Record<
      string,
      unknown[]
    >;
    expect([parcels, leftOver?.length]).toEqual([[], 1]);
    expect(await escaped(uploadId)).toEqual([]);
  });
});

test('a plan that names files elsewhere loads nothing of them', async () => {
  const uploadId = await open();
  await add(uploadId, 'nothing.txt');
  const files = ['../../secrets.json', path.join(around, 'kith', 'secrets.json'), '/etc/passwd'];
  await post(`/uploads/${uploadId}/load`, {
    parcels: files.map((file, at) => ({ id: String(at), connector: 'native', archive: '', files: [file] })),
  });
  const { results } = await through(uploadId);
  expect(results.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
  expect(JSON.stringify(results)).not.toMatch(/secret"|root:/);
});

test('a folder that was linked into the spool is not followed', async () => {
  const uploadId = await open();
  await add(uploadId, 'nothing.txt');
  await symlink(path.join(around, 'kith'), path.join(around, 'kith', 'uploads', uploadId, 'linked'));
  const { body } = await post(`/uploads/${uploadId}/look`);
  expect(body).not.toContain('secrets.json');
});
