import { setTimeout as sleep } from 'node:timers/promises';

import { LoadInterrupted } from '@kith/etl/load/interrupted.ts';
import { accept } from '@kith/etl/load/decide.ts';
import { feedStatements } from '@kith/etl/load/statements/feed.ts';
import { startWorker } from '@kith/etl/jobs/worker.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeEach(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterEach(() => kith.close());

const storeOf = async () => {
  const { sourceId } = await kith.database.db.selectFrom('ops.source').select('sourceId').executeTakeFirstOrThrow();
  return { institutionId: kith.institutionId, sourceId };
};
const feed = async (signal?: AbortSignal) => feedStatements(kith.database.db, await storeOf(), signal);

/** What is known now: activity that was not voided, posts that were not deleted, reactions. */
async function facts(): Promise<{ activity: number; posts: { words: number | null }[]; reactions: number }> {
  const { rows } = await sql<{ activity: number; posts: { words: number | null }[]; reactions: number }>`
    select
      (select count(*)::int from core.known_activity) as activity,
      (select coalesce(jsonb_agg(jsonb_build_object('words', words) order by words), '[]') from core.known_post where deleted_at is null) as posts,
      (select count(*)::int from core.known_reaction) as reactions`.execute(kith.database.owner);
  return rows[0]!;
}

const course = {
  id: 'https://lms.example/course/view.php?id=2',
  definition: { type: 'https://w3id.org/xapi/cmi5/activitytype/course' },
};
const thread = {
  id: 'https://lms.example/mod/forum/discuss.php?d=1',
  definition: { type: 'http://id.tincanapi.com/activitytype/discussion' },
};
const context = { contextActivities: { parent: [thread, course] } };
const reply = (given: Json = {}) =>
  statement({
    verb: { id: 'http://id.tincanapi.com/verb/replied' },
    object: {
      id: `${thread.id}#p2`,
      definition: {
        type: 'http://id.tincanapi.com/activitytype/forum-reply',
        description: { en: '<p>Shall we meet on Monday?</p>' },
      },
    },
    context,
    ...given,
  });
const vote = () =>
  statement({
    verb: { id: 'http://activitystrea.ms/like' },
    object: thread,
    context: { contextActivities: { parent: [course] } },
  });
const voiding = (target: Json) =>
  statement({
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: target.id },
    timestamp: '2026-03-03T09:00:00Z',
  });

test('statements become facts once, whatever is sent or fed again', async () => {
  const [viewed, answer, like] = [statement(), reply(), vote()];
  await lms.post([viewed, answer]);
  await lms.post([like]);
  expect(await feed()).toMatchObject([{ state: 'visible', read: 3, rejected: 0 }]);
  const known = { activity: 1, posts: [{ words: 5 }], reactions: 1 };
  expect(await facts()).toEqual(known);
  expect(await feed()).toEqual([]);
  await lms.post([viewed, answer, like]);
  expect(await feed()).toEqual([]);
  expect(await facts()).toEqual(known);
  const { rows } = await sql`select from core.post where body is not null`.execute(kith.database.owner);
  expect(rows).toEqual([]);
});

describe('what is taken back is gone from the facts', () => {
  const targets = () => [statement(), reply(), vote()];

  test('voided after it was fed', async () => {
    const sent = targets();
    await lms.post(sent);
    await feed();
    expect(await facts()).toMatchObject({ activity: 1, posts: [{}], reactions: 1 });
    await lms.post(sent.map(voiding));
    await feed();
    expect(await facts()).toEqual({ activity: 0, posts: [], reactions: 0 });
  });

  test('voided before it came, and fed before it came', async () => {
    const sent = targets();
    await lms.post(sent.map(voiding));
    await feed();
    await lms.post(sent);
    await feed();
    expect(await facts()).toEqual({ activity: 0, posts: [], reactions: 0 });
  });

  test('voided in the same request, in either order', async () => {
    const [one, two] = [targets(), targets()];
    await lms.post([...one, ...one.map(voiding)]);
    await lms.post([...two.map(voiding), ...two]);
    await feed();
    expect(await facts()).toEqual({ activity: 0, posts: [], reactions: 0 });
  });

  test('for every member of a group', async () => {
    const member = ['ana', 'ben'].map((name) => ({ account: { homePage: 'https://lms.example', name } }));
    const together = statement({ actor: { objectType: 'Group', member } });
    await lms.post(together);
    await feed();
    expect(await facts()).toMatchObject({ activity: 2 });
    await lms.post(voiding(together));
    await feed();
    expect(await facts()).toMatchObject({ activity: 0 });
  });
});

describe('a feed that is cut off', () => {
  const many = () => Array.from({ length: 200 }, () => statement({ context }));

  test('goes on with the same statements, and what came meanwhile waits its turn', async () => {
    for (let n = 0; n < 3; n += 1) await lms.post(many());
    await expect(feed(AbortSignal.abort())).rejects.toThrow(LoadInterrupted);
    expect(await facts()).toMatchObject({ activity: 0 });
    await lms.post(many());
    expect(await feed()).toMatchObject([
      { resumed: true, state: 'visible', read: 600, new: 600 },
      { resumed: false, state: 'visible', read: 200 },
    ]);
    expect(await facts()).toMatchObject({ activity: 800 });
  });

  test('between the load and forgetting loads again, and nothing is doubled', async () => {
    await lms.post([statement(), reply()]);
    const waiting = await kith.database.owner.selectFrom('ops.statementBatch').selectAll().execute();
    await feed();
    const before = await facts();
    await sql`
      insert into ops.statement_batch (institution_id, batch_id, source_id, stored, claim)
      overriding system value values (${kith.institutionId}, ${waiting[0]!.batchId}, ${waiting[0]!.sourceId},
        ${waiting[0]!.stored}, gen_random_uuid())`.execute(kith.database.owner);
    expect(await feed()).toMatchObject([{ state: 'visible', new: 0, unchanged: 2 }]);
    expect(await facts()).toEqual(before);
  });
});

test('fed while four clients write, everything arrives once', async () => {
  let sent = 0;
  const write = async (): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      const batch = Array.from({ length: 20 }, () => statement({ context }));
      await lms.post(batch);
      sent += batch.length;
    }
  };
  const done = new AbortController();
  const feeding = (async () => {
    let fed = 0;
    while (!done.signal.aborted) fed += (await feed()).reduce((sum, report) => sum + report.new, 0);
    return fed;
  })();
  await Promise.all([1, 2, 3, 4].map(write));
  done.abort();
  const fed = (await feeding) + (await feed()).reduce((sum, report) => sum + report.new, 0);
  expect([fed, (await facts()).activity]).toEqual([sent, sent]);
});

test('a load with too much that cannot be read waits for the steward; later ones do not wait for it', async () => {
  const nobody = () => statement({ actor: { objectType: 'Group', mbox: 'mailto:team@lms.example' } });
  await lms.post([statement({ context }), ...Array.from({ length: 7 }, nobody)]);
  const [red] = await feed();
  expect(red).toMatchObject({ state: 'staged', rejected: 7 });
  await lms.post(statement({ context }));
  expect(await feed()).toMatchObject([{ state: 'visible', read: 1 }]);
  expect(await facts()).toMatchObject({ activity: 1 });
  await accept(kith.database.db, { institutionId: kith.institutionId, runId: red!.runId });
  expect(await facts()).toMatchObject({ activity: 2 });
});

test('the worker of "kith up" feeds by itself', async () => {
  await lms.post([statement({ context }), reply()]);
  const worker = await startWorker({
    jobsUrl: kith.database.urls.jobs,
    db: kith.database.db,
    tell: () => undefined,
    sweepEvery: 100,
  });
  for (let waited = 0; (await facts()).posts.length === 0 && waited < 20_000; waited += 50) await sleep(50);
  await lms.post(statement({ context }));
  for (let waited = 0; (await facts()).activity < 2 && waited < 20_000; waited += 50) await sleep(50);
  await worker.stop();
  expect(await facts()).toMatchObject({ activity: 2, posts: [{ words: 5 }] });
});
