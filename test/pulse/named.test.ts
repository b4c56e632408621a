import { compute } from '@kith/etl/compute/compute.ts';
import { removeWithheld } from '@kith/etl/rights/withheld.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { getMyData } from '@kith/api/contract/my-data.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPulses, type OpenPulses } from './open-round.ts';

/** An answer whose learner ticked "my instructors may see this and contact me". */
let kith: OpenPulses;
beforeAll(async () => {
  kith = await openPulses();
  await kith.open();
});
afterAll(() => kith.close());

test('carries a person, and who teaches sees it at once; the lead does not', async () => {
  const who = kith.learners[3]!;
  expect(await kith.answer(who, [1, 2, 1, 2], true)).toBe('taken');
  const { named } = await kith.read(kith.staff.instructor);
  expect(named).toMatchObject([{ personId: who.personId, name: who.name, belonging: 1.5, items: { connected: 1 } }]);
  expect((await kith.read(kith.staff.lead)).named).toEqual([]);
  const { rows } = await sql<{ subjects: number[]; reason: string }>`
    select subject_person_ids as subjects, reason from ops.access_log where reason = 'pulse'`.execute(
    kith.database.owner,
  );
  expect(rows).toEqual([{ subjects: [who.personId], reason: 'pulse' }]);
});

test('feeds what the learner told us, and the rule that listens to it', async () => {
  const who = kith.learners[3]!;
  // In the last closed week: the weeks of the test university end with the last Sunday.
  await sql`update core.survey_response set occurred_at = now() - interval '8 days', ingested_at = now() - interval '8 days'`.execute(
    kith.database.owner,
  );
  const { failed } = await compute(kith.database.db, kith.institutionId, { all: true });
  expect(failed).toEqual([]);
  const { rows } = await sql<{ pulse: number | null; components: unknown; patterns: string }>`
    select indicators -> 'pulse_belonging' as pulse, reasons as components, patterns::text as patterns
    from insight.learner_week
    where course_id = ${kith.courseId} and person_id = ${who.personId} order by week desc limit 1`.execute(
    kith.database.owner,
  );
  expect(rows[0]!.pulse).toBe(1.5);
  expect(rows[0]!.patterns).toContain('told_us');
  expect(JSON.stringify(rows[0]!.components)).toContain('felt_belonging');
});

test('is on their own page as said in Kith', async () => {
  const { body } = await kith.ask(kith.learners[3]!, 'GET', '/my-data');
  const { facts } = body as ResponseOf<typeof getMyData>;
  expect(facts.find(({ kind }) => kind === 'survey_response')).toMatchObject({
    facts: 1,
    course: 'Poetry',
    source: null,
  });
});

test('is hidden again from who teaches by a later word', async () => {
  const who = kith.learners[5]!;
  expect(await kith.answer(who, [2, 2, 2, 2], true)).toBe('taken');
  expect((await kith.read(kith.staff.instructor)).named.map(({ personId }) => personId)).toContain(who.personId);
  const consent = { purpose: 'survey_contact', courseId: kith.courseId, granted: false };
  expect((await kith.ask(who, 'POST', '/my-data/consent', consent)).status).toBe(200);
  expect((await kith.read(kith.staff.instructor)).named.map(({ personId }) => personId)).not.toContain(who.personId);
});

test('leaves the score with that word, too', async () => {
  const who = kith.learners[5]!;
  const { database, institutionId, courseId } = kith;
  const pulse = async () => {
    expect((await compute(database.db, institutionId, { all: true })).failed).toEqual([]);
    const { rows } = await sql<{ pulse: number | null }>`
      select indicators -> 'pulse_belonging' as pulse from insight.learner_week
      where course_id = ${courseId} and person_id = ${who.personId} order by week desc limit 1`.execute(database.owner);
    return rows[0]!.pulse;
  };
  // In the last closed week, and the word against it after it.
  await sql`
    update core.survey_response set occurred_at = now() - interval '9 days', ingested_at = now() - interval '9 days'
    where account_id = ${who.accountId}`.execute(database.owner);
  await sql`
    update core.consent set occurred_at = now() - interval '8 days', ingested_at = now() - interval '8 days'
    where account_id = ${who.accountId}`.execute(database.owner);
  expect(await pulse()).toBeNull();
  await sql`update core.consent set granted = true where account_id = ${who.accountId}`.execute(database.owner);
  expect(await pulse()).toBe(2);
  await sql`update core.consent set granted = false where account_id = ${who.accountId}`.execute(database.owner);
});

test('stays where the learner refuses a source: they said it here, and the source did not', async () => {
  const who = kith.learners[3]!;
  const { database, institutionId } = kith;
  const answers = async () => {
    const { rows } = await sql<{ wave: string | null }>`
      select wave from core.survey_response where account_id = ${who.accountId} order by run_id`.execute(
      database.owner,
    );
    return rows.length;
  };
  await sql`
    insert into core.survey_response (institution_id, course_id, source_id, run_id, ingested_at, survey_key, wave, account_id, items, occurred_at)
    select institution_id, course_id, (select source_id from core.account where account_id = ${who.accountId}),
      1, ingested_at, 'pulse', 'brought', account_id, items, occurred_at
    from core.survey_response where account_id = ${who.accountId}`.execute(database.owner);
  expect(await answers()).toBe(2);
  const { rows } = await sql<{ sourceId: number }>`
    select source_id from core.account where account_id = ${who.accountId}`.execute(database.owner);
  const refused = await kith.ask(who, 'POST', `/my-data/sources/${String(rows[0]!.sourceId)}`, { granted: false });
  expect(refused.status).toBe(200);
  expect(await removeWithheld(database.db, institutionId)).toBe(1);
  expect(await answers()).toBe(1);
  expect((await kith.read(kith.staff.instructor)).named.map(({ personId }) => personId)).toContain(who.personId);
});

test('goes with an erasure', async () => {
  const { personId, accountId } = kith.learners[3]!;
  const { rows: report } = await erasePerson(kith.database.db, {
    institutionId: kith.institutionId,
    personId,
    dryRun: false,
  });
  expect(report).toMatchObject({ 'core.survey_response': 1, 'care.pulse_invitation': 1 });
  const { rows } = await sql`select from core.survey_response where account_id = ${accountId}`.execute(
    kith.database.owner,
  );
  expect(rows).toEqual([]);
});

test('of somebody who opted out meanwhile is not taken with a name; without one the link still works', async () => {
  const who = kith.learners[6]!;
  const consent = { purpose: 'analytics', courseId: kith.courseId, granted: false };
  await kith.ask(who, 'POST', '/my-data/consent', consent);
  expect(await kith.answer(who, [4, 4, 4, 4], true)).toBe('no_name');
  expect(await kith.answer(who, [4, 4, 4, 4])).toBe('taken');
});
