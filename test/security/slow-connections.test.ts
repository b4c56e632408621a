import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '@kith/api/app.ts';
import { connect } from '@kith/sql/connect.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { served, type Served } from '../support/served.ts';

/** A server process of its own, and two thousand callers who never finish their sentence. */
const callers = 2000;

let database: FreshDatabase;
let up: Served;
let url: URL;
const open: net.Socket[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  up = await served(['up', '--port', '0'], 1, { database: database.ownerUrl });
  url = new URL(String(up.rows[0]?.url));
}, 120_000);
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await up.stop();
  await database.drop();
});

const call = (): Promise<net.Socket | undefined> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: url.hostname, port: Number(url.port) });
    socket.once('connect', () => {
      socket.write(`POST /api/v1/sign-in/password HTTP/1.1\r\nHost: ${url.host}\r\nX-Slow: `);
      resolve(socket);
    });
    socket.once('error', () => resolve(undefined));
  });

test('two thousand slow connections, and everybody else is served', { timeout: 240_000 }, async () => {
  for (let at = 0; at < callers; at += 100) {
    const more = await Promise.all(Array.from({ length: 100 }, call));
    for (const socket of more) if (socket !== undefined) open.push(socket);
  }
  expect(open.length).toBe(callers);
  // Each says one more sign now and then, so that it never is quite silent.
  for (let round = 0; round < 3; round++) {
    for (const socket of open) if (!socket.destroyed) socket.write('a');
    for (const path of ['/healthz', '/sign-in', '/api/v1/sign-in/ways']) {
      expect((await fetch(new URL(path, url))).status, path).toBe(200);
    }
    await sleep(200);
  }
  expect(open.filter((socket) => !socket.destroyed).length).toBeGreaterThan(callers / 2);
});

test('a request whose head does not end is ended after twenty seconds, one whose body does not after half an hour', async () => {
  const db = connect(database.urls.app, { max: 1 });
  const { server } = await buildApp({ db });
  expect([server.headersTimeout, server.requestTimeout]).toEqual([20_000, 1_800_000]);
  await db.destroy();
});
