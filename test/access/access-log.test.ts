import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

const hour = 3_600_000;
const denied = { code: '42501' };
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

interface Entry {
  logId: number;
  personId: number;
  action: string;
  subjects: number[];
  reason: string;
  course: string | null;
}
const read = async (query = '') => (await kith.ask('steward', 'GET', `/api/v1/access-log${query}`)).json<Entry[]>();

describe('every view of named learners is one row', () => {
  test.each([
    ['view_list', '/learners', 13],
    ['view_learner', '/learners/:personId', 1],
    ['view_evidence', '/learners/:personId/evidence?component=voice', 1],
    ['view_network', '/network', 13],
  ])('%s', async (action, path, subjects) => {
    const [before] = await read();
    const url = `/api/v1/courses/${String(kith.own.courseId)}${path}`.replace(
      ':personId',
      String(kith.own.learners[2]!.personId),
    );
    expect((await kith.ask('instructor', 'GET', url)).statusCode).toBe(200);
    const rows = (await read(`?reader=${addressOf(kith.staff.instructor.name)}`)).filter(
      ({ logId }) => logId > before!.logId,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ action, course: 'Poetry', personId: kith.staff.instructor.personId });
    expect(rows[0]!.subjects).toHaveLength(subjects);
    expect(rows[0]!.reason).not.toBe('');
  });

  test('a page that is refused is none', async () => {
    const [before] = await read();
    await kith.ask('instructor', 'GET', `/api/v1/courses/${String(kith.foreign.courseId)}/learners`);
    const after = (await read()).filter(({ logId, action }) => logId > before!.logId && action !== 'read_log');
    expect(after).toEqual([]);
  });
});

test('reading the log is itself a row, with whom it was about', async () => {
  await read(`?reader=${addressOf(kith.staff.instructor.name)}`);
  const [, last] = await read();
  expect(last).toMatchObject({
    action: 'read_log',
    personId: kith.staff.steward.personId,
    subjects: [kith.staff.instructor.personId],
  });
});

test("the extract for a learner holds what was looked at of them, and nobody else's id", async () => {
  const learner = kith.own.learners[2]!;
  const url = `/api/v1/access-log/extract?learner=${addressOf(learner.name)}`;
  const { entries } = (await kith.ask('steward', 'GET', url)).json<{ entries: Entry[] }>();
  expect(new Set(entries.map(({ action }) => action))).toEqual(
    new Set(['view_list', 'view_learner', 'view_evidence', 'view_network', 'read_log']),
  );
  for (const { subjects } of entries) expect(subjects).toEqual([learner.personId]);
  expect((await kith.ask('steward', 'GET', '/api/v1/access-log/extract?learner=nobody@example.edu')).statusCode).toBe(
    404,
  );
});

describe("the app's login", () => {
  test('adds to the log and can neither read, change nor empty it', async () => {
    for (const statement of [
      sql`select * from ops.access_log`,
      sql`update ops.access_log set reason = ''`,
      sql`delete from ops.access_log`,
      sql`select * from ops.access_log_seal`,
      sql`truncate ops.access_log`,
    ]) {
      await expect(statement.execute(kith.appDb)).rejects.toMatchObject(denied);
    }
  });

  test('reads nothing through the function of the stewards, unless a steward asks', async () => {
    const call = sql`select * from ops.read_access_log(null, null, null, null, 10)`;
    await expect(call.execute(kith.appDb)).rejects.toMatchObject(denied);
    await expect(sql`select * from ops.list_grants()`.execute(kith.appDb)).rejects.toMatchObject(denied);
    await expect(sql`select ops.end_grant(1)`.execute(kith.appDb)).rejects.toMatchObject(denied);
  });

  test('cannot write a row in the name of somebody else', async () => {
    const row = sql`
      insert into ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
      values (${kith.institutionId}, now(), ${kith.staff.lead.personId}, 'view_list', '{}', '')`;
    await expect(row.execute(kith.appDb)).rejects.toMatchObject(denied);
  });
});

describe('sealed hours', () => {
  const seal = async () =>
    (await sql<{ n: number }>`select ops.seal_access_log(${kith.institutionId}) as n`.execute(kith.database.db))
      .rows[0]!.n;
  const broken = async () =>
    (await sql<{ hour: Date }>`select * from ops.broken_seals(${kith.institutionId})`.execute(kith.database.db)).rows;
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

  test('are those that are over; a second run finds none left, and all of them fit', async () => {
    const sealed = await seal();
    expect(sealed).toBeGreaterThanOrEqual(4);
    expect(sealed).toBeLessThanOrEqual(5);
    expect(await seal()).toBe(0);
    expect(await broken()).toEqual([]);
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
});
