import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

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
