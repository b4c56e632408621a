import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { listCohorts } from '@kith/api/contract/cohorts.ts';
import { keepCohorts } from '@kith/etl/cohorts/keep-cohorts.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf, enrol, people } from '../support/university-facts.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  for (const table of ['insight.cohort_member', 'insight.cohort', 'core.opted_out'])
    await sql`delete from ${sql.table(table)}`.execute(kith.database.owner);
});

type Page = ResponseOf<typeof listCohorts>;

const save = async (body: object, who: StaffRole = 'lead') => {
  const answer = await kith.ask(who, 'POST', '/api/v1/cohorts', body);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
};
/** Looked at some hours later than the last time. */
let hours = 0;
const look = async () => keepCohorts(kith.database.db, new Date(Date.now() + (hours += 7) * 3_600_000));
const read = async (who: StaffRole = 'lead') => (await kith.ask(who, 'GET', '/api/v1/cohorts')).json<Page>();
const states = async () => (await read()).cohorts.map(({ state }) => state);
const listOf = (...all: readonly { readonly name: string }[]) => all.map(({ name }) => addressOf(name));

describe('a cohort', () => {
  test('by rule reaches the courses of its owner and no others', async () => {
    await save({ title: 'All', rule: {} });
    await save({ title: 'Sciences', rule: { unitId: kith.sciences } });
    await look();
    const { cohorts } = await read();
    expect(cohorts[0]).toMatchObject({ state: 'shown', figures: { people: 25, courses: 2 } });
    expect(cohorts[1]).toMatchObject({ state: 'few', figures: null });
  });

  test.each([
    ['termId', 999_999],
    ['courseId', 999_999],
    ['group', 'nobody’s'],
    ['startWeek', '2001-01-01'],
  ])('by %s takes whom it fits', async (name, value) => {
    await save({ title: name, rule: { [name]: value } });
    await look();
    expect(await states()).toEqual(['few']);
  });

  test('by one course and by start week', async () => {
    await save({ title: 'Prose', rule: { courseId: kith.sibling.courseId } });
    const { startWeeks } = await read();
    await save({ title: 'Start', rule: { startWeek: startWeeks[0] } });
    await look();
    const { cohorts } = await read();
    expect(cohorts.map(({ figures }) => figures?.courses)).toEqual([1, 2]);
  });

  test('takes no condition that is not in its vocabulary', async () => {
    for (const rule of [{ region: 'north' }, { startWeek: '2026-01-06' }, { termId: 'x' }])
      expect((await kith.ask('lead', 'POST', '/api/v1/cohorts', { title: 'x', rule })).statusCode).toBe(400);
  });

  test('by list takes learners of the owner’s courses and says of nobody whether they were found', async () => {
    const [own, foreign] = [kith.own.learners, kith.foreign.learners];
    await save({ title: 'List', list: listOf(...own, ...kith.sibling.learners.slice(0, 10), ...foreign) });
    await look();
    const { cohorts } = await read();
    expect(JSON.stringify(cohorts)).not.toMatch(/person|@|found/i);
    const { rows } = await sql<{ n: number }>`select cardinality(person_ids) as n from insight.cohort`.execute(
      kith.database.owner,
    );
    expect(rows[0]!.n).toBe(22);
    await expect(
      kith.appDb.transaction().execute((tx) => sql`select person_ids from insight.cohort`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    await expect(sql`select * from insight.cohort_member`.execute(kith.appDb)).rejects.toThrow(/permission denied/);
  });

  test('is its owner’s alone, and may be put away', async () => {
    await save({ title: 'Mine', rule: {} });
    expect((await read('researcher')).cohorts).toEqual([]);
    const [{ cohortId } = { cohortId: 0 }] = (await read()).cohorts;
    const end = `/api/v1/cohorts/${String(cohortId)}/end`;
    expect((await kith.ask('researcher', 'POST', end)).statusCode).toBe(404);
    expect((await kith.ask('lead', 'POST', end)).statusCode).toBe(200);
    expect((await read()).cohorts).toEqual([]);
  });
});

describe('what would tell of few', () => {
  test('a list of a course without one of its learners is not told', async () => {
    await save({ title: 'But one', list: listOf(...kith.sibling.learners.slice(1)) });
    await look();
    expect(await states()).toEqual(['too_close']);
  });

  test('of two cohorts that differ by one the later is not told, also when the first was put away', async () => {
    const everybody = [...kith.own.learners, ...kith.sibling.learners];
    await save({ title: 'Twenty', list: listOf(...kith.own.learners.slice(0, 2), ...everybody.slice(4, 22)) });
    await look();
    const first = await states();
    await save({ title: 'One more', list: listOf(...kith.own.learners.slice(0, 3), ...everybody.slice(4, 22)) });
    const { cohorts } = await read();
    await kith.ask('lead', 'POST', `/api/v1/cohorts/${String(cohorts[0]!.cohortId)}/end`);
    await look();
    expect([first, await states()]).toEqual([['too_close'], ['too_close']]);
  });

  test('a cohort that gains one keeps its figures, and says nothing of the day', async () => {
    await save({ title: 'All', rule: {} });
    await look();
    const before = (await read()).cohorts[0]!.figures;
    const where = { institutionId: kith.institutionId, sourceId: kith.sourceId };
    const late = await people(kith.database.db, where, ['north latecomer one']);
    await enrol(kith.database.db, where, kith.own.courseId, late, 'learner', new Date());
    await look();
    expect((await read()).cohorts[0]!.figures).toEqual(before);
    // Kept with its day and reason all the same.
    const { rows } = await sql<{ reason: string }>`
      select reason_in as reason from insight.cohort_member where person_id = ${late[0]!.personId}`.execute(
      kith.database.owner,
    );
    expect(rows).toEqual([{ reason: 'joined' }]);
    await erasePerson(kith.database.db, {
      institutionId: kith.institutionId,
      personId: late[0]!.personId,
      dryRun: false,
    });
    const { rows: left } = await sql`
      select from insight.cohort_member where person_id = ${late[0]!.personId}`.execute(kith.database.owner);
    expect(left).toEqual([]);
  });

  test('ten who come at once change it, with the day', async () => {
    await save({ title: 'All', rule: {} });
    await look();
    const where = { institutionId: kith.institutionId, sourceId: kith.sourceId };
    const ten = await people(
      kith.database.db,
      where,
      Array.from({ length: 10 }, (_, index) => `north late ${String(index)}`),
    );
    await enrol(kith.database.db, where, kith.sibling.courseId, ten, 'learner', new Date());
    await look();
    const { changes, people: now } = (await read()).cohorts[0]!.figures!;
    expect(changes).toMatchObject([
      { joined: 25, left: 0 },
      { joined: 10, left: 0 },
    ]);
    expect(now).toBe(35);
    await sql`delete from core.participant where person_id = any (${ten.map(({ personId }) => personId)})`.execute(
      kith.database.owner,
    );
    await look();
    const { rows } = await sql<{ reason: string | null; n: number }>`
      select reason_out as reason, count(*)::int as n from insight.cohort_member
      where to_day is not null group by reason_out`.execute(kith.database.owner);
    expect(rows).toEqual([{ reason: 'left_course', n: 10 }]);
  });

  test('who opts out is out of the curves at once', async () => {
    await save({ title: 'All', rule: {} });
    await look();
    const of = async () => (await read()).cohorts[0]!.figures!.retention!.people;
    const before = await of();
    const out = kith.own.learners.slice(0, 6);
    for (const { personId } of out)
      await sql`insert into core.opted_out values (${kith.institutionId}, ${personId}, 0)`.execute(kith.database.owner);
    await look();
    expect([before, await of()]).toEqual([20, 15]);
  });
});

describe('curves of the university’s six weeks', () => {
  test('whoever is still seen is still there; whoever was never seen is no line, and not gone', async () => {
    await save({ title: 'All', rule: {} });
    await look();
    const { retention, reconnection } = (await read()).cohorts[0]!.figures!;
    expect(retention!.points.at(-1)).toMatchObject({ week: 6, share: 1, low: null });
    expect(reconnection).toBeNull();
  });

  test('of twelve, six fall silent after week 3', async () => {
    const silent = kith.sibling.learners.slice(0, 6).map(({ accountId }) => accountId);
    await sql`
      update core.post as p set superseded_at = now()
      where p.author_account_id = any (${silent}::bigint[]) and p.occurred_at >= (
        select min(w.as_of) + interval '14 days' from insight.learner_week as w where w.course_id = p.course_id)`.execute(
      kith.database.owner,
    );
    await save({ title: 'Prose', rule: { courseId: kith.sibling.courseId } });
    await look();
    const { points } = (await read()).cohorts[0]!.figures!.retention!;
    expect(points.map(({ week, share }) => [week, share])).toEqual([[3, 0.45]]);
  });
});
