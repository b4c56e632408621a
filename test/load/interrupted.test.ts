import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { LoadInterrupted } from '@kith/etl/load/interrupted.ts';
import { load } from '@kith/etl/load/load.ts';
import type { LoadRequest } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { given, institution } from './given.ts';
import { many, manyInput, pausing } from './many.ts';

let database: FreshDatabase;
let institutionId: number;
beforeEach(async () => {
  database = await freshDatabase();
  institutionId = await institution(database.db);
  await ensureSource(database.db, institutionId, { name: 'given', connector: 'given' });
});
afterEach(() => database.drop());

const request = (more: Partial<LoadRequest> = {}): LoadRequest => ({
  institutionId,
  source: 'given',
  connector: given,
  input: manyInput(),
  context: {},
  mode: 'event',
  ...more,
});
const runs = () => database.db.selectFrom('ops.run').select(['runId', 'state', 'position']).orderBy('runId').execute();
const facts = async () => {
  const { rows } = await sql<{ activity: number; people: number }>`
    select (select count(*) from core.activity) as activity, (select count(*) from core.person) as people`.execute(
    database.owner,
  );
  return rows[0]!;
};
const nothing = { activity: 0, people: 0 };
const everything = { activity: many.length, people: 500 };

/** Ends the connection that holds the lock of the load. */
const cutConnection = () =>
  sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(
    database.owner,
  );

async function staged(): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if ((await runs()).some(({ position }) => position > 0)) return;
    await sleep(50);
  }
  throw new Error('Nothing was staged in half a minute.');
}

describe('a load that is cut off leaves nothing half visible, and goes on where it was', () => {
  test('killed with kill -9', { timeout: 120_000 }, async () => {
    const script = path.join(import.meta.dirname, 'load-and-hang.ts');
    const child = spawn(process.execPath, [script, database.urls.etl, String(institutionId)], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    await staged();
    child.kill('SIGKILL');
    await ended;
    const [cut] = await runs();
    expect(cut).toMatchObject({ state: 'loading' });
    expect(cut!.position).toBeLessThan(many.length);
    expect(await facts()).toEqual(nothing);

    const report = await load(database.db, request());
    expect(report).toMatchObject({
      runId: cut!.runId,
      resumed: true,
      state: 'visible',
      read: many.length,
      new: many.length,
      rejected: 0,
    });
    expect(await facts()).toEqual(everything);
    expect(await runs()).toHaveLength(1);
  });

  test('the connection lost while rows are read', async () => {
    const failed = load(database.db, request({ connector: pausing(cutConnection) }));
    await expect(failed).rejects.toThrow(LoadInterrupted);
    await expect(failed).rejects.toHaveProperty('hint', expect.stringMatching(/Run the same command again/));
    expect(await runs()).toMatchObject([{ state: 'loading' }]);
    expect(await facts()).toEqual(nothing);
    expect(await load(database.db, request())).toMatchObject({ resumed: true, state: 'visible', new: many.length });
    expect(await facts()).toEqual(everything);
  });

  test('the connection lost in the middle of the merge', async () => {
    const onProgress: LoadRequest['onProgress'] = ({ step }) => {
      if (step === 'merging') void sleep(400).then(cutConnection);
    };
    await expect(load(database.db, request({ onProgress }))).rejects.toThrow(LoadInterrupted);
    expect(await facts()).toEqual(nothing);
    expect(await load(database.db, request())).toMatchObject({ resumed: true, state: 'visible', new: many.length });
    expect(await facts()).toEqual(everything);
  });

  test('stopped by the person', async () => {
    const stop = new AbortController();
    const onProgress: LoadRequest['onProgress'] = ({ step }) => {
      if (step === 'staging') stop.abort();
    };
    await expect(load(database.db, request({ onProgress, signal: stop.signal }))).rejects.toThrow(LoadInterrupted);
    expect(await facts()).toEqual(nothing);
    expect(await load(database.db, request())).toMatchObject({ resumed: true, state: 'visible', new: many.length });
  });
});

test('other options are another load, and a cut-off one does not block it', async () => {
  await expect(load(database.db, request({ connector: pausing(cutConnection) }))).rejects.toThrow(LoadInterrupted);
  const other = await load(database.db, request({ context: { course: 'elsewhere' } }));
  expect(other).toMatchObject({ resumed: false, state: 'visible' });
  expect(await load(database.db, request())).toMatchObject({ resumed: true, unchanged: many.length });
});

test('two loads of one source at once: the second waits and says so', async () => {
  let secondWaits: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (secondWaits = resolve));
  const first = load(database.db, request({ connector: pausing(() => waiting) }));
  await staged();
  const steps: string[] = [];
  const onProgress: LoadRequest['onProgress'] = ({ step }) => {
    steps.push(step);
    if (step === 'waiting') secondWaits();
  };
  const second = load(database.db, request({ onProgress }));
  expect(await first).toMatchObject({ state: 'visible', new: many.length });
  expect(await second).toMatchObject({ state: 'visible', new: 0, unchanged: many.length });
  expect(steps[0]).toBe('waiting');
});
