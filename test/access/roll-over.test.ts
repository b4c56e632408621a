import { rollOver as rollOverJob } from '@kith/etl/jobs/roll-over.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

/** The end of a course, decided in one place: core.course_calendar. */
const day = 86_400_000;
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const db = () => kith.database.db;
const daysFromNow = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const change = (
  courseId: number,
  values: { endsOn?: string | null; timezone?: string; code?: string; termId?: number },
) => db().updateTable('core.course').set(values).where('courseId', '=', courseId).execute();
const hasEnded = async (courseId: number) =>
  (
    await db()
      .selectFrom('core.courseCalendar')
      .select('ended')
      .where('courseId', '=', courseId)
      .executeTakeFirstOrThrow()
  ).ended;
const rollOver = async () =>
  (
    await sql<{ closedAlerts: number; carriedGrants: number }>`
      select * from ops.roll_over(${kith.institutionId})`.execute(db())
  ).rows[0];

interface Card {
  courseId: number;
  ended: boolean;
  endsOn: string | null;
  notices: string[];
  counts: { byBand: object } | null;
}
const courses = async (who: 'instructor' | 'lead') => (await kith.ask(who, 'GET', '/api/v1/courses')).json<Card[]>();

beforeEach(async () => {
  for (const { courseId } of [kith.own, kith.sibling, kith.foreign])
    await change(courseId, { endsOn: daysFromNow(30), timezone: 'UTC' });
});

test('a course has ended when the day after its last one has begun in its zone, and never before', async () => {
  const { courseId } = kith.own;
  const { rows } = await sql<{ today: string }>`select (now() at time zone 'Etc/GMT+12')::date as today`.execute(db());
  await change(courseId, { endsOn: rows[0]!.today, timezone: 'Etc/GMT+12' });
  expect(await hasEnded(courseId)).toBe(false); // it is still that day there
  await change(courseId, { timezone: 'Etc/GMT-14' });
  expect(await hasEnded(courseId)).toBe(true); // there the next one has begun
});

test('a course without a last day ends with its term, and without a term never', async () => {
  const { courseId } = kith.own;
  await change(courseId, { endsOn: null });
  expect(await hasEnded(courseId)).toBe(false);
  const { termId } = await db()
    .insertInto('core.term')
    .values({
      institutionId: kith.institutionId,
      key: 'past',
      title: 'The term before',
      startsOn: daysFromNow(-120),
      endsOn: daysFromNow(-10),
      createdAt: new Date(),
    })
    .returning('termId')
    .executeTakeFirstOrThrow();
  await change(courseId, { termId });
  expect(await hasEnded(courseId)).toBe(true);
  expect(await courses('instructor')).toMatchObject([{ ended: true, endsOn: daysFromNow(-10) }]);
  await db().updateTable('core.course').set({ termId: null }).where('courseId', '=', courseId).execute();
});

test('running courses come first; of one that has ended the last week stays, and is said to be that', async () => {
  await change(kith.own.courseId, { endsOn: daysFromNow(-3) }); // Poetry, before Prose by its title
  const list = await courses('lead');
  expect(list.map(({ courseId, ended }) => [courseId, ended])).toEqual([
    [kith.sibling.courseId, false],
    [kith.own.courseId, true],
  ]);
  const [mine] = await courses('instructor');
  expect(mine!.notices).toContain('ended');
  expect(mine!.counts).not.toBeNull();
});

test('alerts stop with the course: what nobody acted on is closed, Monday lists nobody of it; twice changes nothing', async () => {
  const { courseId, learners } = kith.own;
  const alert = {
    institutionId: kith.institutionId,
    courseId,
    reasons: '[]',
    stateAt: new Date(),
    definitionVersion: 1,
  };
  const states = ['open', 'seen', 'snoozed', 'acted', 'dismissed'];
  await db().deleteFrom('insight.alert').where('courseId', '=', courseId).execute();
  await db()
    .insertInto('insight.alert')
    .values(
      states.map((state, index) => ({
        ...alert,
        personId: learners[index]!.personId,
        type: 'band',
        state,
        firstWeek: 5,
        lastWeek: 6,
      })),
    )
    .execute();
  const monday = async () =>
    (await kith.ask('instructor', 'GET', '/api/v1/monday')).json<{ people: object[]; more: object[] }>();
  expect(await rollOver()).toMatchObject({ closedAlerts: 0 });
  await change(courseId, { endsOn: daysFromNow(-1) });
  expect(await monday()).toMatchObject({ people: [], more: [] }); // at once, before anything is closed
  expect(await rollOver()).toMatchObject({ closedAlerts: 3 });
  const after = await db()
    .selectFrom('insight.alert')
    .select(['state', 'stateWeek'])
    .where('courseId', '=', courseId)
    .orderBy('personId')
    .execute();
  expect(after.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'acted', 'dismissed']);
  expect(after[0]!.stateWeek).toBe(6); // should the course go on, week 7 opens it again
  expect(await rollOver()).toMatchObject({ closedAlerts: 0 });
});

test("a lead's grant on one course carries to its next run, once, and not against a steward's word", async () => {
  const { courseId } = kith.own;
  await change(courseId, { code: 'POE1', endsOn: daysFromNow(-20) });
  const again = await db()
    .insertInto('core.course')
    .values({
      institutionId: kith.institutionId,
      kind: 'course',
      title: 'Poetry, again',
      code: 'POE1',
      unitId: kith.humanities,
      startsOn: daysFromNow(5),
      endsOn: daysFromNow(90),
      datesBasis: 'set',
      settings: '{}',
      createdAt: new Date(),
    })
    .returning('courseId')
    .executeTakeFirstOrThrow();
  const { personId } = kith.staff.support;
  await db()
    .insertInto('ops.accessGrant')
    .values({
      institutionId: kith.institutionId,
      personId,
      role: 'lead',
      courseId,
      validFrom: new Date(Date.now() - day),
      createdAt: new Date(),
    })
    .execute();
  expect(await rollOver()).toMatchObject({ carriedGrants: 1 });
  const sees = async () => (await kith.ask('support', 'GET', `/api/v1/courses/${String(again.courseId)}`)).statusCode;
  expect(await sees()).toBe(200);
  expect(await rollOver()).toMatchObject({ carriedGrants: 0 });
  const ofNext = db()
    .updateTable('ops.accessGrant')
    .where('personId', '=', personId)
    .where('courseId', '=', again.courseId);
  await ofNext.set({ validTo: new Date() }).execute();
  await sql`select ops.refresh_course_access(${kith.institutionId})`.execute(db());
  expect(await rollOver()).toMatchObject({ carriedGrants: 0 });
  expect(await sees()).toBe(404);
});

test('a case of the course’s staff ends with the course and says so; one that support has goes on', async () => {
  const { institutionId, own, staff } = kith;
  const [one, other] = own.learners;
  const open = {
    institutionId,
    courseId: own.courseId,
    state: 'open',
    raisedBy: staff.instructor.personId,
    raisedAt: new Date(),
    concern: 'No answer for three weeks.',
  };
  await db()
    .insertInto('care.caseFile')
    .values([
      { ...open, personId: one!.personId },
      { ...open, personId: other!.personId, handedOverAt: new Date(), handedOverBy: staff.instructor.personId },
    ])
    .execute();
  const cases = () =>
    db().selectFrom('care.caseFile').select(['state', 'closeReason', 'messageBack']).orderBy('caseId').execute();
  await rollOverJob(db());
  expect((await cases()).map(({ state }) => state)).toEqual(['open', 'open']); // the course is still on
  await change(own.courseId, { endsOn: daysFromNow(-3) });
  await rollOverJob(db());
  expect(await cases()).toEqual([
    { state: 'closed', closeReason: 'elsewhere', messageBack: 'The course has ended, and the case with it.' },
    { state: 'open', closeReason: null, messageBack: null },
  ]);
});
