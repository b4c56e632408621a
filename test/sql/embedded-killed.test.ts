import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { administer } from '@kith/sql/databases.ts';
import { startEmbedded } from '@kith/sql/embedded.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { embeddedCommand, holdEmbedded, lives, serverPid } from '../support/embedded-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let dir: string;
beforeAll(async () => {
  temporary = await temporaryFolder();
  dir = path.join(temporary.folder, '.kith');
});
afterAll(() => temporary.remove());

const insert = (url: string, id: number) =>
  administer(url, async (client) => {
    await client.query('create table if not exists kept (id int primary key)');
    await client.query('insert into kept values ($1)', [id]);
  });
const kept = (url: string) =>
  administer(url, async (client) =>
    (await client.query<{ id: number }>('select id from kept order by id')).rows.map(({ id }) => id),
  );

const pidOf = async () => {
  const pid = await serverPid(dir);
  if (pid === undefined) throw new Error('no server runs');
  return pid;
};

test('kill -9 of a command leaves the server, which the next command finds and stops', async () => {
  const command = await embeddedCommand(dir);
  await insert(command.url, 1);
  const pid = await pidOf();
  await command.kill();
  expect(lives(pid)).toBe(true);
  const next = await startEmbedded(dir);
  expect(next.started).toBe(false);
  expect(await kept(next.url)).toEqual([1]);
  await expect.poll(() => next.users()).toBe(1); // the server notices at once, but not before it has its turn
  await next.stop();
  expect(await serverPid(dir)).toBeUndefined();
});

test('kill -9 of the server loses nothing committed, and a command that still holds it starts it again', async () => {
  const command = await embeddedCommand(dir);
  await insert(command.url, 2);
  const pid = await pidOf();
  process.kill(pid, 'SIGKILL');
  // Its pools find it on the same port again, without anybody starting a command.
  let found: number[] | undefined;
  for (let tries = 0; !found && tries < 100; tries++) {
    await sleep(100);
    found = await kept(command.url).catch(() => undefined);
  }
  expect(found).toEqual([1, 2]);
  expect(await pidOf()).not.toBe(pid);
  await command.end();
});

test('kill -9 of both leaves a cluster that starts again', async () => {
  const command = await embeddedCommand(dir);
  await insert(command.url, 3);
  const pid = await pidOf();
  await command.kill();
  process.kill(pid, 'SIGKILL');
  const next = await startEmbedded(dir);
  expect(next.started).toBe(true);
  expect(await kept(next.url)).toEqual([1, 2, 3]);
  await next.stop();
});

test('a pid file whose number belongs to somebody else by now does not hinder the start', async () => {
  const running = await startEmbedded(dir);
  const file = path.join(dir, 'cluster', 'data', 'postmaster.pid');
  const text = await readFile(file, 'utf8');
  await running.stop();
  await writeFile(file, text.replace(/^\d+/, String(process.pid)));
  const next = await startEmbedded(dir);
  expect(next.started).toBe(true);
  await next.stop();
});

test('an initialisation that was killed half way leaves nothing that looks like a cluster', async () => {
  const other = path.join(temporary.folder, 'half');
  await killedAfter(other, 250);
  const next = await startEmbedded(other);
  expect(await administer(next.url, (client) => client.query('select 1 as one'))).toMatchObject({ rows: [{ one: 1 }] });
  await next.stop();
});

async function killedAfter(folder: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [holdEmbedded, folder], { stdio: 'ignore' });
  const exit = once(child, 'exit');
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await exit;
}
