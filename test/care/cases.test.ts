import { within } from '@kith/sql/connect.ts';
import { settingsOf } from '@kith/api/reader.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { CaseFile, SupportCase } from '@kith/api/contract/cases.ts';
import type { Monday } from '@kith/api/contract/monday.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  await kith.database.owner.deleteFrom('care.caseFile').execute();
  await kith.database.owner.deleteFrom('care.contact').execute();
  await kith.database.owner.updateTable('insight.alert').set({ state: 'open', stateBy: null }).execute();
});

const post = (who: StaffRole, path: string, body: object = {}) => kith.ask(who, 'POST', `/api/v1${path}`, body);
const get = async <T>(who: StaffRole, path: string): Promise<T> =>
  (await kith.ask(who, 'GET', `/api/v1${path}`)).json<T>();
const mondayOf = (who: StaffRole) => get<z.output<typeof Monday>>(who, '/monday');
const supportOf = (who: StaffRole = 'support') => get<z.output<typeof SupportCase>[]>(who, '/support/cases');

const learnerPath = (index = 0) => `/courses/${kith.own.courseId}/learners/${kith.own.learners[index]!.personId}/cases`;
const casesOf = (index = 0) =>
  get<{ cases: z.output<typeof CaseFile>[]; support: boolean }>('instructor', learnerPath(index));

async function opened(body: object = {}, index = 0): Promise<string> {
  const answer = await post('instructor', learnerPath(index), { concern: 'has not been here for a while', ...body });
  expect(answer.statusCode, answer.body).toBe(200);
  return `/courses/${kith.own.courseId}/cases/${answer.json<{ caseId: number }>().caseId}`;
}

describe('a case', () => {
  test('is opened for a listed learner: they leave the list and stand among the open cases, with their day', async () => {
    const [one] = (await mondayOf('instructor')).people;
    const index = kith.own.learners.findIndex(({ personId }) => personId === one!.personId);
    await opened({ dueOn: '2020-01-31' }, index);
    const page = await mondayOf('instructor');
    expect(page.people.map(({ personId }) => personId)).not.toContain(one!.personId);
    expect(page.cases).toMatchObject([
      { personId: one!.personId, dueOn: '2020-01-31', overdue: true, handedOver: false },
    ]);
    expect((await casesOf(index)).cases[0]).toMatchObject({ ownedByMe: true, raisedByMe: true, state: 'open' });
    expect((await mondayOf('assistant')).cases).toEqual([]);
  });

  test('carries the reasons of the week it was opened in', async () => {
    const [one] = (await mondayOf('instructor')).people;
    const index = kith.own.learners.findIndex(({ personId }) => personId === one!.personId);
    await opened({}, index);
    const [file] = (await casesOf(index)).cases;
    expect(file!.patterns).toEqual(one!.patterns);
    expect(file!.reasons).toEqual(one!.card.reasons.slice(0, 3).map(({ sentence }) => sentence));
    expect([...file!.patterns, ...file!.reasons].length).toBeGreaterThan(0);
  });

  test('is not closed without a reason, nor without a word', async () => {
    const file = await opened();
    for (const body of [{}, { reason: 'reached' }, { message: 'spoke with them' }, { reason: 'reached', message: ' ' }])
      expect((await post('instructor', `${file}/close`, body)).statusCode).toBe(400);
    expect((await casesOf()).cases[0]!.state).toBe('open');
    expect((await post('instructor', `${file}/close`, { reason: 'reached', message: 'spoke' })).statusCode).toBe(200);
  });

  test('closed by a colleague tells whoever opened it, until they have read it', async () => {
    const file = await opened();
    await post('assistant', `${file}/plan`, { take: true });
    await post('assistant', `${file}/close`, { reason: 'resolved', message: 'They joined my group.' });
    const { messages } = await mondayOf('instructor');
    expect(messages).toMatchObject([{ message: 'They joined my group.', name: kith.own.learners[0]!.name }]);
    expect((await mondayOf('assistant')).messages).toEqual([]);
    expect((await post('assistant', `${file}/seen`)).statusCode).toBe(404);
    expect((await post('instructor', `${file}/seen`)).statusCode).toBe(200);
    expect((await mondayOf('instructor')).messages).toEqual([]);
  });

  test('is opened again by whoever closed it, as long as nobody has read the word', async () => {
    const file = await opened();
    await post('assistant', `${file}/close`, { reason: 'reached', message: 'spoke' });
    expect((await post('instructor', `${file}/reopen`)).statusCode).toBe(404);
    expect((await post('assistant', `${file}/reopen`)).statusCode).toBe(200);
    expect((await casesOf()).cases[0]).toMatchObject({ state: 'open', closeReason: null, messageBack: null });
    await post('assistant', `${file}/close`, { reason: 'reached', message: 'spoke' });
    await post('instructor', `${file}/seen`);
    expect((await post('assistant', `${file}/reopen`)).statusCode).toBe(404);
  });

  test('opened by mistake and taken back, the learner is on the list again and nobody is told', async () => {
    const [one] = (await mondayOf('instructor')).people;
    const index = kith.own.learners.findIndex(({ personId }) => personId === one!.personId);
    const file = await opened({}, index);
    await post('instructor', `${file}/close`, { reason: 'mistaken', message: 'Taken back.' });
    const page = await mondayOf('instructor');
    expect(page.people.map(({ personId }) => personId)).toContain(one!.personId);
    expect(page.messages).toEqual([]);
  });

  test('is refused for somebody who is no learner there', async () => {
    const stranger = `/courses/${kith.own.courseId}/learners/${kith.foreign.learners[0]!.personId}/cases`;
    expect((await post('instructor', stranger, { concern: 'x' })).statusCode).toBe(404);
    expect((await post('instructor', learnerPath(), { concern: ' ' })).statusCode).toBe(400);
  });
});

describe('handed over to student support', () => {
  test('it needs somebody to hand it to', async () => {
    const path = `/courses/${kith.foreign.courseId}/learners/${kith.foreign.learners[0]!.personId}/cases`;
    const answer = await post('stranger', path, { concern: 'x', handOver: true });
    expect(answer.statusCode).toBe(409);
    expect((await casesOf()).support).toBe(true);
  });

  test('they have it with what is needed to act, due first, and those without a day last', async () => {
    await opened({ handOver: true, concern: 'no day' }, 2);
    await opened({ handOver: true, dueOn: '2031-02-01', concern: 'later' }, 1);
    await opened({ handOver: true, dueOn: '2031-01-01', concern: 'sooner' });
    const people = [{ courseId: kith.own.courseId, personId: kith.own.learners[0]!.personId }];
    await post('instructor', '/contacts', { people, channel: 'call', remark: 'rang once' });
    const cases = await supportOf();
    expect(cases.map(({ concern }) => concern)).toEqual(['sooner', 'later', 'no day']);
    expect(cases[0]).toMatchObject({
      name: kith.own.learners[0]!.name,
      course: 'Poetry',
      mail: expect.stringContaining('@example.edu') as string,
      raisedBy: kith.staff.instructor.name,
      owner: null,
      contacts: [{ channel: 'call', by: kith.staff.instructor.name, answered: false, remark: 'rang once' }],
    });
    for (const who of ['instructor', 'assistant', 'lead', 'steward', 'stranger'] as const)
      expect(await supportOf(who), who).toEqual([]);
  });

  test('they take it, set its day and close it; whoever handed it over is told by whom', async () => {
    const file = await opened({ handOver: true });
    expect((await post('support', `${file}/plan`, { take: true })).statusCode).toBe(200);
    expect((await post('support', `${file}/plan`, { dueOn: '2031-03-01' })).statusCode).toBe(200);
    expect((await supportOf())[0]).toMatchObject({ ownedByMe: true, dueOn: '2031-03-01' });
    expect((await casesOf()).cases[0]!.owner).toBe(kith.staff.support.name);
    await post('support', `${file}/close`, { reason: 'reached', message: 'We spoke; a tutor helps.' });
    expect((await mondayOf('instructor')).messages[0]!.message).toBe('We spoke; a tutor helps.');
    expect((await supportOf())[0]!.state).toBe('closed');
    expect((await post('support', `${file}/reopen`)).statusCode).toBe(200);
  });

  test('a case of the course’s staff is handed over later, and only an open one', async () => {
    const file = await opened();
    expect((await post('support', `${file}/plan`, { take: true })).statusCode).toBe(404);
    expect((await post('support', `${file}/hand-over`)).statusCode).toBe(404);
    expect((await post('instructor', `${file}/hand-over`)).statusCode).toBe(200);
    expect((await post('instructor', `${file}/hand-over`)).statusCode).toBe(404);
    expect(await supportOf()).toHaveLength(1);
  });

  test('they see this learner and nobody else, by API and by SQL, and nothing of the week', async () => {
    await opened({ handOver: true });
    await opened({}, 3);
    const learner = kith.own.learners[0]!.personId;
    for (const path of [
      `/courses/${kith.own.courseId}`,
      `/courses/${kith.own.courseId}/learners`,
      `/courses/${kith.own.courseId}/learners/${learner}`,
      learnerPath(),
    ])
      expect((await kith.ask('support', 'GET', `/api/v1${path}`)).statusCode, path).toBe(404);
    const answer = (await kith.ask('support', 'GET', '/api/v1/support/cases')).body;
    expect(answer).toContain(kith.own.learners[0]!.name);
    for (const { name } of kith.own.learners.slice(1)) expect(answer).not.toContain(`"${name}"`);

    const settings = settingsOf(await readerOf(kith, 'support'));
    const seen = (table: string) =>
      within(kith.appDb, settings, async (tx) => {
        const { rows } = await sql<{ personId: number }>`select distinct person_id from ${sql.table(table)}`.execute(
          tx,
        );
        return rows.map(({ personId }) => personId);
      });
    expect(await seen('care.case_file')).toEqual([learner]);
    for (const table of ['insight.learner_week', 'insight.alert', 'care.alert_view'])
      expect(await seen(table), table).toEqual([]);
    const others = kith.own.learners.slice(1).map(({ personId }) => personId);
    expect((await seen('identity.person')).filter((id) => others.includes(id))).toEqual([]);
  });

  test('thirty days after it was closed it is gone from their list', async () => {
    const file = await opened({ handOver: true });
    await post('support', `${file}/close`, { reason: 'reached', message: 'spoke' });
    await kith.database.owner
      .updateTable('care.caseFile')
      .set({ closedAt: sql<Date>`now() - interval '31 days'` })
      .execute();
    expect(await supportOf()).toEqual([]);
  });

  const lastLook = (who: StaffRole) =>
    kith.database.owner
      .selectFrom('ops.accessLog')
      .select(['action', 'reason', 'subjectPersonIds'])
      .where('personId', '=', kith.staff[who].personId)
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();

  test('every look is in the access log', async () => {
    await opened({ handOver: true }, 5);
    await mondayOf('instructor');
    const { personId } = kith.own.learners[5]!;
    expect((await lastLook('instructor')).subjectPersonIds, 'named among the open cases').toContain(personId);
    await supportOf();
    const look = { action: 'view_case', reason: 'case handed over', subjectPersonIds: [personId] };
    expect(await lastLook('support')).toEqual(look);
  });
});
