import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Monday } from '@kith/api/contract/monday.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import type { StaffRole } from '../support/university.ts';

type Page = z.output<typeof Monday>;

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  for (const table of ['care.contact', 'care.outcome', 'care.alertView', 'care.alertStep'] as const)
    await kith.database.owner.deleteFrom(table).execute();
  await kith.database.owner.updateTable('insight.alert').set({ state: 'open', stateBy: null }).execute();
});

const mondayOf = async (who: StaffRole, query = ''): Promise<Page> =>
  (await kith.ask(who, 'GET', `/api/v1/monday${query}`)).json<Page>();

const post = (who: StaffRole, path: string, body: object = {}) => kith.ask(who, 'POST', `/api/v1${path}`, body);

/** The first person on the instructor's page. */
const first = async () => (await mondayOf('instructor')).people[0]!;
const pathOf = ({ courseId, personId, type }: Page['people'][number]) =>
  `/courses/${courseId}/learners/${personId}/alerts/${type}`;

const log = (who: StaffRole, { courseId, personId }: { courseId: number; personId: number }) =>
  post(who, '/contacts', { people: [{ courseId, personId }], channel: 'call', remark: 'rang once' });

describe('the list', () => {
  test('names whom the last week gives a reason to look at, with the reasons, in the same order every time', async () => {
    const page = await mondayOf('instructor');
    expect(page.people.length).toBeGreaterThan(0);
    expect(page.people.length).toBeLessThanOrEqual(10);
    expect(page.people.every(({ card }) => card.name.includes('Poetryson'))).toBe(true);
    expect(page.courses.map(({ title }) => title)).toEqual(['Poetry']);
    const again = await mondayOf('instructor');
    expect(again.people.map(({ personId }) => personId)).toEqual(page.people.map(({ personId }) => personId));
  });

  test('calls nobody new twice', async () => {
    expect((await first()).fresh).toBe(true);
    expect((await first()).fresh).toBe(false);
  });

  test('is empty, and not an error, for whoever teaches nothing', async () => {
    for (const role of ['support', 'lead', 'steward', 'learner'] as const)
      expect(await mondayOf(role), role).toMatchObject({
        courses: [],
        people: [],
        more: [],
        waiting: [],
        goodNews: [],
      });
  });

  test('is filtered by course and pattern', async () => {
    const { type } = await first();
    expect((await mondayOf('instructor', `?pattern=${type}`)).people.every((one) => one.type === type)).toBe(true);
    expect((await mondayOf('instructor', '?pattern=told_us')).people).toEqual([]);
    expect((await mondayOf('instructor', `?course=${kith.foreign.courseId}`)).people).toEqual([]);
  });

  test('praises nobody whom it lists', async () => {
    const page = await mondayOf('instructor');
    const listed = new Set([...page.people, ...page.more].map(({ personId }) => personId));
    expect(page.goodNews.filter(({ personId }) => listed.has(personId))).toEqual([]);
  });
});

describe('a contact', () => {
  test('takes the learner off the list for all who teach there, and is noted with who, when and how', async () => {
    const one = await first();
    expect((await log('instructor', one)).statusCode).toBe(200);
    for (const who of ['instructor', 'assistant'] as const)
      expect((await mondayOf(who)).people.map(({ personId }) => personId)).not.toContain(one.personId);
    const rows = await kith.database.owner.selectFrom('care.contact').selectAll().execute();
    expect(rows).toMatchObject([
      { personId: one.personId, byPersonId: kith.staff.instructor.personId, channel: 'call', sentByKith: false },
    ]);
    const alert = await kith.database.owner
      .selectFrom('insight.alert')
      .select(['state', 'stateBy'])
      .where('personId', '=', one.personId)
      .where('type', '=', one.type)
      .executeTakeFirstOrThrow();
    expect(alert).toEqual({ state: 'acted', stateBy: kith.staff.instructor.personId });
  });

  test('fixes its primary outcome and both windows when it is made', async () => {
    const one = await first();
    await log('instructor', one);
    const rows = await kith.database.owner.selectFrom('care.outcome').selectAll().orderBy('windowWeeks').execute();
    expect(
      rows.map(({ windowWeeks, dueWeek, measure, confidenceLevel }) => [
        windowWeeks,
        dueWeek! - one.week,
        measure,
        confidenceLevel,
      ]),
    ).toEqual([
      [2, 2, 'effective_peers', 0.95],
      [4, 4, 'effective_peers', 0.95],
    ]);
  });

  test('is a mark on the learner’s trend and a line of their timeline, until it is taken back', async () => {
    const one = await first();
    const { contacts } = (await log('instructor', one)).json<{ contacts: object[] }>();
    const page = async () =>
      (await kith.ask('assistant', 'GET', `/api/v1/courses/${one.courseId}/learners/${one.personId}`)).json<{
        contacts: string[];
        timeline: { kind: string; sentence: string }[];
      }>();
    expect((await page()).contacts).toHaveLength(1);
    expect((await page()).timeline[0]).toMatchObject({ kind: 'contact', sentence: 'Somebody called them.' });
    await post('instructor', '/contacts/withdraw', { contacts });
    expect((await page()).contacts).toEqual([]);
  });

  test('taken back, the learner is on the list again', async () => {
    const one = await first();
    const { contacts } = (await log('instructor', one)).json<{ contacts: object[] }>();
    expect((await post('assistant', '/contacts/withdraw', { contacts })).json()).toEqual({ withdrawn: 0 });
    expect((await post('instructor', '/contacts/withdraw', { contacts })).json()).toEqual({ withdrawn: 1 });
    expect((await first()).personId).toBe(one.personId);
    expect((await first()).lastContact).toBeNull();
  });

  test('one click notes several people', async () => {
    const people = kith.own.learners.slice(0, 3).map(({ personId }) => ({ courseId: kith.own.courseId, personId }));
    const answer = await post('instructor', '/contacts', { people, channel: 'mail' });
    expect(answer.json<{ contacts: object[] }>().contacts).toHaveLength(3);
  });

  test('a higher band brings the learner back before three weeks are over, the same one does not', async () => {
    const one = await first();
    await log('instructor', one);
    await kith.database.owner.updateTable('insight.alert').set({ state: 'open' }).execute();
    expect((await mondayOf('instructor')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    await kith.database.owner.updateTable('care.contact').set({ band: 'connected' }).execute();
    await kith.database.owner
      .updateTable('insight.learnerWeek')
      .set({ band: 'high' })
      .where('personId', '=', one.personId)
      .where('week', '=', one.week)
      .execute();
    const back = (await mondayOf('instructor')).people.find(({ personId }) => personId === one.personId);
    expect(back?.lastContact).toMatchObject({ channel: 'call', by: kith.staff.instructor.name, remark: 'rang once' });
  });

  test('with somebody else’s learner, in the future, or with nobody is refused', async () => {
    const stranger = { courseId: kith.foreign.courseId, personId: kith.foreign.learners[0]!.personId };
    expect((await log('instructor', stranger)).statusCode).toBe(404);
    expect((await log('instructor', { ...stranger, courseId: kith.own.courseId })).statusCode).toBe(404);
    const people = [{ courseId: kith.own.courseId, personId: kith.own.learners[0]!.personId }];
    const at = new Date(Date.now() + 86_400_000).toISOString();
    expect((await post('instructor', '/contacts', { people, channel: 'call', at })).statusCode).toBe(400);
    expect(await kith.database.owner.selectFrom('care.contact').selectAll().execute()).toEqual([]);
  });
});

describe('an alert', () => {
  test('put off is off one’s own list only, and undo brings it back', async () => {
    const one = await first();
    const { stepId } = (await post('instructor', pathOf(one), { to: 'snoozed', weeks: 2 })).json<{ stepId: number }>();
    expect((await mondayOf('instructor')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    expect((await mondayOf('assistant')).people.map(({ personId }) => personId)).toContain(one.personId);
    const undo = `/courses/${one.courseId}/alert-steps/${stepId}/undo`;
    expect((await post('assistant', undo)).statusCode).toBe(404);
    expect((await post('instructor', undo)).statusCode).toBe(200);
    expect((await first()).personId).toBe(one.personId);
    expect((await post('instructor', undo)).statusCode).toBe(404);
  });

  test('back on the list after it was put off can be put off again, and undo goes to where it stood', async () => {
    const one = await first();
    await post('instructor', pathOf(one), { to: 'snoozed', weeks: 1 });
    expect((await mondayOf('instructor')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    const later = kith.database.owner.updateTable('care.alertView').set({ untilWeek: one.week - 1 });
    await later.where('state', '=', 'snoozed').execute();
    expect((await first()).personId).toBe(one.personId);
    const { stepId } = (await post('instructor', pathOf(one), { to: 'snoozed' })).json<{ stepId: number }>();
    expect((await mondayOf('instructor')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    await post('instructor', `/courses/${one.courseId}/alert-steps/${stepId}/undo`);
    expect((await first()).personId).toBe(one.personId);
  });

  test('is no concern, or closed, only with a reason', async () => {
    const one = await first();
    for (const to of ['dismissed', 'closed'])
      expect((await post('instructor', pathOf(one), { to })).statusCode, to).toBe(400);
    const answer = await post('instructor', pathOf(one), { to: 'dismissed', reason: 'is on an excursion' });
    expect(answer.statusCode).toBe(200);
    expect((await mondayOf('instructor')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    expect((await mondayOf('assistant')).people.map(({ personId }) => personId)).toContain(one.personId);
  });

  test('closed is closed for all, and undo opens it for all', async () => {
    const one = await first();
    const closed = await post('instructor', pathOf(one), { to: 'closed', reason: 'spoke in class' });
    expect((await mondayOf('assistant')).people.map(({ personId }) => personId)).not.toContain(one.personId);
    expect((await post('assistant', pathOf(one), { to: 'snoozed' })).statusCode).toBe(409);
    const { stepId } = closed.json<{ stepId: number }>();
    await post('instructor', `/courses/${one.courseId}/alert-steps/${stepId}/undo`);
    expect((await mondayOf('assistant')).people.map(({ personId }) => personId)).toContain(one.personId);
  });

  test('steps stand in a row: an earlier one is not undone under a later one', async () => {
    const one = await first();
    const snoozed = (await post('instructor', pathOf(one), { to: 'snoozed' })).json<{ stepId: number }>();
    await post('instructor', pathOf(one), { to: 'dismissed', reason: 'known' });
    const undo = `/courses/${one.courseId}/alert-steps/${snoozed.stepId}/undo`;
    expect((await post('instructor', undo)).statusCode).toBe(404);
  });
});
