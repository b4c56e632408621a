import { buildApp } from '@kith/api/app.ts';
import { connect } from '@kith/sql/connect.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let app: Awaited<ReturnType<typeof buildApp>>;
const readiness = { draining: false };

beforeAll(async () => {
  database = await freshDatabase();
  const db = connect(database.urls.app, { max: 2 });
  app = await buildApp({ db, readiness, metricsToken: 'a token of the watcher' });
  app.addHook('onClose', () => db.destroy());
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode, body } = await app.inject({ url, headers });
  return { statusCode, body };
};

test('a process that is about to end runs and is not ready', async () => {
  expect(await get('/readyz')).toEqual({ statusCode: 200, body: '{"status":"ready"}' });
  readiness.draining = true;
  expect(await get('/readyz')).toEqual({ statusCode: 503, body: '{"status":"ending"}' });
  expect(await get('/healthz')).toEqual({ statusCode: 200, body: '{"status":"ok"}' });
  readiness.draining = false;
});

test('a process without a database runs and is not ready', async () => {
  const nowhere = connect('postgres://kith_app:no@127.0.0.1:9/none', { max: 1 });
  const lost = await buildApp({ db: nowhere });
  try {
    expect((await lost.inject({ url: '/readyz' })).json()).toEqual({ status: 'no database' });
    expect((await lost.inject({ url: '/healthz' })).statusCode).toBe(200);
  } finally {
    await lost.close();
    await nowhere.destroy();
  }
});

test('metrics count requests by route, and never say an address', async () => {
  await get('/api/v1/courses/424242');
  const { body } = await get('/metrics');
  expect(body).toMatch(
    /kith_http_request_seconds_count\{method="GET",route="\/api\/v1\/courses\/:courseId",status="401"\} 1/,
  );
  expect(body).toMatch(/kith_database_connections\{state="idle"\} \d/);
  expect(body).not.toContain('424242');
});

test('metrics are there for this machine and for the token, and not there for others', async () => {
  const from = { 'x-forwarded-for': '10.0.0.7' };
  expect((await get('/metrics', from)).statusCode).toBe(404);
  expect((await get('/metrics', { ...from, authorization: 'Bearer a token of the watchman' })).statusCode).toBe(404);
  expect((await get('/metrics', { ...from, authorization: 'Bearer a token of the watcher' })).statusCode).toBe(200);
});

test('one long pause of the process turns nobody away once it is over', { timeout: 20_000 }, async () => {
  const db = connect(database.urls.app, { max: 1 });
  const paused = await buildApp({ db });
  await paused.listen({ port: 0, host: '127.0.0.1' });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4500);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(paused.isUnderPressure()).toBe(false);
  await paused.close();
  await db.destroy();
});
