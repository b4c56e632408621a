import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { makeQueue } from '@kith/etl/jobs/queue.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { pauseSource } from '@kith/etl/schedule/steer.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { manyPosts, watchedPlace } from './watched.ts';

let database: FreshDatabase;
let institutionId: number;
let here: Awaited<ReturnType<typeof watchedPlace>>;
let workers: ChildProcess[];
beforeEach(async () => {
  database = await freshDatabase();
  const institution = await makeInstitution(database.db, { key: 'uni', title: 'U', timezone: 'UTC' });
  ({ institutionId } = institution);
  here = await watchedPlace(database, institution, { when: { everyMinutes: 60, dailyAt: null } });
  workers = [];
});
afterEach(async () => {
  for (const worker of workers) await kill(worker);
  await here.remove();
  await database.drop();
});

async function start(): Promise<ChildProcess> {
  const { jobs, etl } = database.urls;
  const script = path.join(import.meta.dirname, 'work.ts');
  const worker = spawn(process.execPath, [script, jobs, etl, here.root], { stdio: ['ignore', 'pipe', 'inherit'] });
  workers.push(worker);
  await once(worker.stdout, 'data');
  return worker;
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

async function until(what: () => Promise<boolean>, every = 50): Promise<void> {
  for (const end = Date.now() + 90_000; !(await what());) {
    if (Date.now() > end) throw new Error('It never came.');
    await sleep(every);
  }
}

const runNow = () => sql`update ops.schedule set asked_at = clock_timestamp()`.execute(database.db);
const counts = async () => {
  const { rows } = await sql<{ posts: number; people: number }>`
    select (select count(*)::int from core.known_post) as posts, (select count(*)::int from core.person) as people`.execute(
    database.owner,
  );
  return rows[0]!;
};

test(
  'a worker takes files on its schedule, leaves a paused source alone, and runs it when told',
  { timeout: 180_000 },
  async () => {
    await here.drop('posts.csv', await manyPosts(20));
    await start();
    await until(async () => (await counts()).posts === 20);
    await until(async () => (await here.schedule()).taken === 1);
    const { nextAt } = await here.schedule();
    expect(nextAt!.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);

    await pauseSource(database.db, institutionId, here.sourceId, true);
    await here.drop('more.csv', await manyPosts(30));
    await sql`update ops.schedule set next_at = clock_timestamp()`.execute(database.db);
    await sleep(1500);
    expect(await here.below('.')).toContain('more.csv');
    expect((await counts()).posts).toBe(20);
    await runNow();
    await until(async () => (await counts()).posts === 30);
    await until(async () => (await here.below('done')).length === 2);
  },
);

test(
  'killed with kill -9 in the middle, the next worker goes on at once: nothing is lost and nothing doubled',
  { timeout: 240_000 },
  async () => {
    const rows = 30_000;
    await here.drop('posts.csv', await manyPosts(rows));
    const first = await start();
    await until(async () => {
      const [run] = await database.db.selectFrom('ops.run').select('position').execute();
      return (run?.position ?? 0) > 0;
    }, 10);
    await kill(first);
    expect(await here.below('reading')).toContain('posts.csv');
    expect(await here.below('done')).toEqual([]);
    expect((await counts()).posts).toBe(0);

    await here.drop('posts.csv', await manyPosts(10)); // another file of the same name meanwhile
    await start();
    await until(async () => (await here.below('done')).length === 2);
    expect(await counts()).toEqual({ posts: rows, people: 300 });
    expect(await here.below('reading')).toEqual([]);
    expect((await here.runs()).map(({ state }) => state)).toEqual(['visible', 'visible']);
  },
);

test('what a killed run had read but not put away is put away, and not read again', { timeout: 180_000 }, async () => {
  await here.drop('posts.csv', await manyPosts(20));
  await here.run();
  // As if killed after the load and before the files were moved.
  const [claim] = await readdir(path.join(here.folder, 'done'));
  await mkdir(path.join(here.folder, 'reading', claim!), { recursive: true });
  await rename(
    path.join(here.folder, 'done', claim!, 'posts.csv'),
    path.join(here.folder, 'reading', claim!, 'posts.csv'),
  );
  const found = [{ id: 'moodle-forum', files: ['posts.csv'], runId: 1, trouble: null, note: null }];
  await writeFile(path.join(here.folder, 'reading', `${claim!}.json`), JSON.stringify({ complete: true, found }));
  await runNow();
  await start();
  await until(async () => (await here.below('done')).includes('posts.csv'));
  expect(await here.runs()).toHaveLength(1);
});

test('a job of a worker that was killed is not waited for', { timeout: 120_000 }, async () => {
  const { jobs } = database.urls;
  await makeQueue(jobs);
  await sql`select ops.queue_recompute(${institutionId})`.execute(database.db);
  await sql`update jobs._private_jobs set locked_by = 'worker of yesterday', locked_at = now(), attempts = 1`.execute(
    database.owner,
  );
  await start();
  await until(async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from jobs._private_jobs where locked_by = 'worker of yesterday'`.execute(
      database.owner,
    );
    return rows[0]!.n === 0;
  });
});
