import { accessLogSealed } from '@kith/sql/doctor/access-log.ts';
import { makeQueue } from '@kith/etl/jobs/queue.ts';
import { startWorker } from '@kith/etl/jobs/worker.ts';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

const hour = 3_600_000;
const denied = { code: '42501' };
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

describe('sealed hours', () => {
  const seal = async () =>
    (await sql<{ n: number }>`select ops.seal_access_log(${kith.institutionId}) as n`.execute(kith.database.db))
      .rows[0]!.n;
  const broken = async () =>
    (await sql<{ hour: Date }>`select * from ops.broken_seals(${kith.institutionId})`.execute(kith.database.db)).rows;
  const seals = async () => (await kith.ask('steward', 'GET', '/api/v1/access-log/seals')).json<{ digest: string }>();
  const start = Math.floor(Date.now() / hour) * hour - 5 * hour;

  beforeAll(async () => {
    for (const offset of [0, 0.5, 2.2, 3]) {
      await kith.database.db
        .insertInto('ops.accessLog')
        .values({
          institutionId: kith.institutionId,
          at: new Date(start + offset * hour),
          personId: kith.staff.instructor.personId,
          action: 'view_learner',
          courseId: kith.own.courseId,
          subjectPersonIds: [kith.own.learners[0]!.personId],
          reason: `${offset} hours in`,
        })
        .execute();
    }
  });

  test('are missed by the doctor while nobody seals them', async () => {
    expect(await accessLogSealed(kith.database.urls.etl)).toMatchObject({
      ok: false,
      what: 'The access log has hours that nobody has sealed.',
    });
    expect(await seals()).toMatchObject({ sealedUntil: null, seals: 0, digest: null, broken: [] });
  });

  test('are those that are over; a second run finds none left, and all of them fit', async () => {
    const sealed = await seal();
    expect(sealed).toBeGreaterThanOrEqual(4);
    expect(sealed).toBeLessThanOrEqual(5);
    expect(await seal()).toBe(0);
    expect(await broken()).toEqual([]);
    expect((await accessLogSealed(kith.database.urls.etl)).ok).toBe(true);
    const state = await seals();
    expect(state).toMatchObject({ seals: sealed, broken: [] });
    expect(state.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('not even the login of the loads can change a row', async () => {
    await expect(sql`update ops.access_log set reason = 'nothing'`.execute(kith.database.db)).rejects.toMatchObject(
      denied,
    );
    await expect(sql`update ops.access_log_seal set rows = 0`.execute(kith.database.db)).rejects.toMatchObject(denied);
  });

  test.each([
    ['a reason is changed', sql`update ops.access_log set reason = 'x' where reason = '2.2 hours in'`, 2],
    ['a learner is taken out', sql`update ops.access_log set subject_person_ids = '{}' where reason = '0 hours in'`, 0],
    ['a row is taken away', sql`delete from ops.access_log where reason = '3 hours in'`, 3],
    [
      'a row is put in',
      sql`
      insert into ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
      select institution_id, at + interval '70 minutes', person_id, action, subject_person_ids, 'late'
      from ops.access_log where reason = '0 hours in'`,
      1,
    ],
  ])('tell that %s', async (_, deed, hours) => {
    class TakenBack extends Error {}
    const found: number[] = [];
    await kith.database.owner
      .transaction()
      .execute(async (tx) => {
        await deed.execute(tx);
        const { rows } = await sql<{ hour: Date }>`select * from ops.broken_seals(${kith.institutionId})`.execute(tx);
        found.push(...rows.map((row) => row.hour.getTime()));
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    expect(found).toEqual([start + hours * hour]);
  });

  test('that were changed stand on the page of the steward and in the findings of the doctor', async () => {
    const { owner, urls } = kith.database;
    const change = (reason: string, to: string) =>
      sql`update ops.access_log set reason = ${to} where reason = ${reason}`.execute(owner);
    await change('2.2 hours in', 'nothing');
    expect(await seals()).toMatchObject({ broken: [{ sealedRows: 1, foundRows: 1 }] });
    const finding = await accessLogSealed(urls.etl);
    expect(finding).toMatchObject({ ok: false });
    expect(finding.what).toContain(new Date(start + 2 * hour).toISOString().slice(0, 13).replace('T', ' '));
    await change('nothing', '2.2 hours in');
    expect((await accessLogSealed(urls.etl)).ok).toBe(true);
  });

  test('still hold when the oldest of them are removed with their rows; a seal taken from the middle is missed', async () => {
    const until = new Date(start + hour);
    await sql`delete from ops.access_log where at < ${until}`.execute(kith.database.db);
    await sql`delete from ops.access_log_seal where hour < ${until}`.execute(kith.database.db);
    expect(await broken()).toEqual([]);
    await sql`delete from ops.access_log_seal where hour = ${new Date(start + 2 * hour)}`.execute(kith.database.db);
    expect((await broken()).map((row) => row.hour.getTime())).toEqual([start + 3 * hour]);
  });
});

test('the worker seals what ended before it started, and goes on every hour', async () => {
  const { db, owner, urls } = kith.database;
  await sql`delete from ops.access_log_seal`.execute(db);
  await makeQueue(urls.jobs);
  const worker = await startWorker({ jobsUrl: urls.jobs, db, tell: () => undefined, sweepEvery: hour });
  const sealed = async () => (await sql`select from ops.access_log_seal`.execute(db)).rows.length;
  for (let tries = 0; (await sealed()) === 0 && tries < 200; tries++) await sleep(50);
  await worker.stop();
  expect(await sealed()).toBeGreaterThan(0);
  const { rows } = await sql`select identifier from jobs._private_known_crontabs`.execute(owner);
  expect(rows).toContainEqual({ identifier: 'seal_access_log' });
});
