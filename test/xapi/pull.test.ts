import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startWorker } from '@kith/etl/jobs/worker.ts';
import { configurePull, pullLines, type Auth } from '@kith/etl/pull/configured.ts';
import { runPull } from '@kith/etl/pull/run-pull.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { secretKey } from '@kith/sql/secret-key.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { receiver, statement, type Json, type Receiver } from './receiver.ts';

const key = secretKey(Buffer.alloc(32, 7));
let database: FreshDatabase;
let institutionId: number;
let servers: ChildProcess[];
beforeEach(async () => {
  database = await freshDatabase();
  ({ institutionId } = await makeInstitution(database.db, { key: 'p', title: 'P', timezone: 'UTC' }));
  servers = [];
});
afterEach(async () => {
  for (const server of servers) server.kill();
  await database.drop();
});

/** Starts a server as a process of its own; its address. */
async function serve(script: string, ...words: string[]): Promise<string> {
  const server = spawn(process.execPath, [path.join(import.meta.dirname, script), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(server);
  const [first] = (await once(server.stdout, 'data')) as [Buffer];
  return first.toString().trim();
}

const configure = (url: string, auth: Auth, more = {}) =>
  configurePull(database.db, key, institutionId, 'lrs', { url, auth, ...more });
const pull = (more = {}) => runPull(database.db, key, { institutionId, source: 'lrs', mostPause: 5000, ...more });
const loaded = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from core.known_activity`.execute(database.owner);
  return rows[0]!.n;
};

describe('a store that goes by the time of the statement and says nothing of consistency', () => {
  const basic: Auth = { kind: 'basic', user: 'kith', secret: 'secret' };
  let ralph: string;
  beforeEach(async () => {
    ralph = await serve('ralph-like.ts');
  });
  const add = (...given: Json[]) => fetch(`${ralph}/add`, { method: 'POST', body: JSON.stringify(given) });
  const ago = (minutes: number) => ({ timestamp: new Date(Date.now() - minutes * 60_000).toISOString() });

  test('everything comes, page by page, then only what is new, and what came late within the overlap', async () => {
    await add(...Array.from({ length: 25 }, (_, n) => statement(ago(10_000 - n))));
    await configure(`${ralph}/xAPI/`, basic);
    expect(await pull()).toMatchObject({ fetched: 25, reports: [{ new: 25, state: 'visible' }] });
    expect(await pull()).toMatchObject({ fetched: 0, reports: [] });
    await add(statement(ago(1)), statement(ago(600)), statement(ago(9000)));
    expect(await pull()).toMatchObject({ fetched: 2, reports: [{ new: 2 }] });
    expect(await pull()).toMatchObject({ fetched: 2, reports: [{ new: 0, unchanged: 2 }] });
    // What came later than that is fetched when somebody says from where.
    expect(await pull({ since: new Date(0) })).toMatchObject({ fetched: 28, reports: [{ new: 1, unchanged: 27 }] });
    expect(await loaded()).toBe(28);
  });

  test('a bearer token works too; a wrong secret is said, and nothing is lost by it', async () => {
    await add(statement(ago(5)));
    await configure(`${ralph}/xAPI`, { kind: 'bearer', secret: 'wrong' });
    await expect(pull()).rejects.toThrow('refuses the credential (401)');
    expect((await pullLines(database.db, institutionId))[0]).toMatchObject({
      doneThrough: null,
      message: expect.stringContaining('401') as string,
    });
    await configure(`${ralph}/xAPI`, { kind: 'bearer', secret: 'token' });
    expect(await pull()).toMatchObject({ fetched: 1 });
    expect((await pullLines(database.db, institutionId))[0]).toMatchObject({ message: null });
  });

  test('a busy store is waited for as long as it says, and left alone where that is long', async () => {
    await add(statement(ago(5)));
    await configure(`${ralph}/busy/xAPI`, basic);
    expect(await pull()).toMatchObject({ fetched: 1 });
    await configure(`${ralph}/later/xAPI`, basic, { when: { everyMinutes: 5, dailyAt: null } });
    await expect(pull()).rejects.toThrow('asks to come again');
    const [line] = await pullLines(database.db, institutionId);
    expect(line!.nextAt!.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  test('a credential follows to no other host', async () => {
    await configure(`${ralph}/away/xAPI`, basic);
    await expect(pull()).rejects.toThrow('sends us to another address (302)');
  });

  test('the secret is not in the database as it is, and opens with no other key', async () => {
    await configure(`${ralph}/xAPI`, basic);
    const { rows } = await sql<{ secret: Buffer }>`select secret from ops.pull`.execute(database.owner);
    expect(rows[0]!.secret.toString('latin1')).not.toContain('secret');
    await expect(
      runPull(database.db, secretKey(Buffer.alloc(32, 8)), { institutionId, source: 'lrs', mostPause: 0 }),
    ).rejects.toThrow('another secret.key');
  });

  test('what is committed stays done though the pull be cut off in the middle', async () => {
    await add(...Array.from({ length: 25 }, (_, n) => statement(ago(90 * (25 - n)))));
    await configure(`${ralph}/xAPI`, basic, { overlapMinutes: 0 });
    const stop = new AbortController();
    const cutOff = pull({ atOnce: 10, signal: stop.signal, onStatements: (n: number) => n > 20 && stop.abort() });
    await expect(cutOff).rejects.toThrow();
    const { doneThrough } = (await pullLines(database.db, institutionId))[0]!;
    expect(doneThrough).not.toBeNull();
    const before = await loaded();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(25);
    // Only what was not committed comes again.
    const rest = await pull({ atOnce: 10 });
    expect(rest.fetched).toBeLessThanOrEqual(25 - before + 1);
    expect(await loaded()).toBe(25);
  });

  test('progress is kept only when the load is committed', async () => {
    await add(statement(ago(5)));
    await configure(`${ralph}/xAPI`, basic);
    await expect(pull({ signal: AbortSignal.timeout(0) })).rejects.toThrow();
    expect((await pullLines(database.db, institutionId))[0]).toMatchObject({ doneThrough: null });
    expect(await pull()).toMatchObject({ fetched: 1 });
    expect(await loaded()).toBe(1);
  });

  test('the worker fetches by itself when the time has come', async () => {
    await add(statement(ago(5)));
    await configure(`${ralph}/xAPI`, basic, { when: { everyMinutes: 60, dailyAt: null } });
    const worker = await startWorker({
      jobsUrl: database.urls.jobs,
      db: database.db,
      secretKey: key,
      tell: () => undefined,
      sweepEvery: 100,
    });
    for (let waited = 0; (await loaded()) === 0 && waited < 20_000; waited += 50) await sleep(50);
    await worker.stop();
    expect(await loaded()).toBe(1);
    expect((await pullLines(database.db, institutionId))[0]!.nextAt!.getTime()).toBeGreaterThan(Date.now());
  });
});

test('Kith’s own receiver, in a process of its own: pages, voids, and on from where it is consistent', async () => {
  const other: Receiver = await receiver();
  try {
    const url = await serve('serve-receiver.ts', other.database.urls.app);
    const lms = await other.client();
    const [user, secret] = Buffer.from(lms.authorization.slice(6), 'base64').toString().split(':');
    const sent = Array.from({ length: 620 }, () => statement());
    await lms.post(sent);
    await configure(`${url}/xapi`, { kind: 'basic', user: user!, secret: secret! });
    expect(await pull()).toMatchObject({ fetched: 620, reports: [{ new: 620 }] });
    await lms.post([
      statement(),
      statement({
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id: sent[0]!.id },
      }),
    ]);
    await sleep(5);
    await pull();
    expect(await loaded()).toBe(620);
  } finally {
    await other.close();
  }
});
