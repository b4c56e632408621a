import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { administer } from '@kith/sql/databases.ts';
import { startEmbedded } from '@kith/sql/embedded.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { embeddedCommand, serverPid } from '../support/embedded-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let dir: string;
beforeAll(async () => {
  temporary = await temporaryFolder();
  dir = path.join(temporary.folder, '.kith');
});
afterAll(() => temporary.remove());

const setting = (url: string, name: string) =>
  administer(
    url,
    async (client) =>
      (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]?.value,
  );

test('of three commands at once, on a folder that has no cluster yet, one makes and starts it and all share it', async () => {
  const commands = await Promise.all([embeddedCommand(dir), embeddedCommand(dir), embeddedCommand(dir)]);
  expect(commands.filter(({ started }) => started)).toHaveLength(1);
  expect(new Set(commands.map(({ url }) => url)).size).toBe(1);
  expect(await Promise.all(commands.map((command) => command.end()))).toEqual([0, 0, 0]);
  expect(await serverPid(dir)).toBeUndefined();
});

test('a short command leaves the server running for the one that is still there', async () => {
  const long = await embeddedCommand(dir);
  const short = await startEmbedded(dir);
  expect(short.started).toBe(false);
  expect(await short.users()).toBe(2);
  await short.stop();
  expect(await setting(long.url, 'listen_addresses')).toBe('127.0.0.1');
  await long.end();
  expect(await serverPid(dir)).toBeUndefined();
});

test('the server listens on this machine only, waits for its disk, and keeps its port from start to start', async () => {
  const first = await startEmbedded(dir);
  expect(await setting(first.url, 'fsync')).toBe('on');
  expect(await setting(first.url, 'synchronous_commit')).toBe('on');
  expect(await setting(first.url, 'unix_socket_directories')).toBe('');
  expect(await setting(first.url, 'timezone')).toBe('UTC');
  await first.stop();
  const second = await startEmbedded(dir);
  expect(second).toMatchObject({ started: true, url: first.url });
  await second.stop();
  await second.stop(); // harmless
});

test('the log of the server keeps no value that a statement failed on', async () => {
  const { url, stop } = await startEmbedded(dir);
  const failing = (sql: string) => administer(url, (client) => client.query(sql)).catch(() => undefined);
  await failing(`select 'ana@example.org'::int`);
  await failing(`create table person (email text primary key)`);
  for (let twice = 0; twice < 2; twice++) await failing(`insert into person values ('ana@example.org')`);
  await stop();
  const log = await readFile(path.join(dir, 'cluster', 'server.log'), 'utf8');
  expect(log).toContain('database system is ready');
  expect(log).not.toContain('ana@');
});

test('without its password nobody gets in', async () => {
  const { url, stop } = await startEmbedded(dir);
  const stranger = new URL(url);
  stranger.password = 'guess';
  await expect(setting(stranger.href, 'fsync')).rejects.toMatchObject({ code: '28P01' });
  await stop();
});

test('commands that come while the last one leaves find a server all the same', async () => {
  for (let round = 0; round < 10; round++) {
    const one = await startEmbedded(dir);
    const [two] = await Promise.all([startEmbedded(dir), one.stop()]);
    expect(await setting(two.url, 'fsync')).toBe('on');
    await two.stop();
  }
});
