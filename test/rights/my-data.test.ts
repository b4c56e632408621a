import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { extractMyData, getMyData } from '@kith/api/contract/my-data.ts';
import type { getMonday } from '@kith/api/contract/monday.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { places } from '@kith/etl/rights/places.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';
import { tablesWith } from '../support/tables-with.ts';
import { courseWithPlanted, planted } from './planted.ts';

type MyData = ResponseOf<typeof getMyData>;

let database: FreshDatabase;
let institutionId: number;
let learner: Browser;
let classmate: Browser;
let instructor: Browser;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, courseWithPlanted());
  await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  learner = await signedIn(database, planted.name);
  classmate = await signedIn(database, 'Name of l1');
  instructor = await signedIn(database, 'Name of tut');
});
afterAll(async () => {
  for (const one of [learner, classmate, instructor]) await one.close();
  await database.drop();
});

const mine = async (who = learner): Promise<MyData> => {
  const { status, body } = await who.get('/my-data');
  expect([status, body]).toEqual([200, expect.anything()]);
  return body as MyData;
};
const courseId = async (): Promise<number> =>
  (await mine()).courses.find(({ title }) => title === 'Small course')!.courseId;

test('a learner sees every kind of fact there is about them, with its source and load', async () => {
  const { facts, accounts, email } = await mine();
  const kinds = new Set(facts.map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(
    [
      ...['activity', 'award', 'consent', 'declaration', 'enrolment', 'feedback_given', 'membership', 'mention'],
      ...['mentorship', 'outcome', 'post', 'presence', 'reaction', 'session', 'survey_response'],
    ].sort(),
  );
  for (const fact of facts) {
    expect(fact.source, fact.kind).toBe('native');
    expect([fact.runId === null, fact.loadedAt === null], fact.kind).toEqual([false, false]);
  }
  expect(facts.find(({ kind }) => kind === 'post')).toMatchObject({ facts: 9, course: 'Small course' });
  expect([email, accounts.map(({ source, key }) => [source, key])]).toEqual([planted.key, [['native', planted.key]]]);
});

test('no table of facts about people is left out of what they see', async () => {
  const { rows } = await sql<{ source: string }>`
    select pg_get_functiondef('core.own_rows'::regproc) as source`.execute(database.owner);
  const facts = places.filter(({ table, columns }) => table.startsWith('core.') && 'account_id' in columns);
  for (const { table } of facts) {
    if (table !== 'core.account') expect(rows[0]!.source, table).toContain(`from ${table} as f`);
  }
});

test('the extract has every row, no number of another person and no score', async () => {
  const { status, body } = await learner.get('/my-data/extract');
  expect(status).toBe(200);
  const { facts, person } = body as ResponseOf<typeof extractMyData>;
  expect(person.name).toBe(planted.name);
  expect(facts.filter(({ kind }) => kind === 'post')).toHaveLength(9);
  const keys = new Set(facts.flatMap(({ fact }) => Object.keys(fact)));
  expect([...keys].filter((key) => /_ids?$|score|band|trend|rank/.test(key))).toEqual([]);
  expect(JSON.stringify(body)).not.toContain('Name of');
});

test('somebody else sees nothing of it', async () => {
  const { body } = await classmate.get('/my-data/extract');
  expect(JSON.stringify(body)).not.toMatch(/planted/i);
});

test('an opt-out takes the learner out of every list at once, and a second word takes it back', async () => {
  const list = async () => JSON.stringify((await instructor.get(`/courses/${await courseId()}/learners`)).body);
  expect(await list()).toContain(planted.name);
  const say = (granted: boolean) => learner.post('/my-data/consent', { purpose: 'analytics', granted });
  expect((await say(false)).status).toBe(200);
  expect((await mine()).optedOut).toBe(true);
  expect(await list()).not.toContain(planted.name);
  // The next load makes the list of them anew, and must come to the same.
  await loadRecords(database.db, institutionId, [
    { type: 'consent', key: 'other', person: 'l9', purpose: 'mentoring', granted: true, at: '2026-01-10T10:00:00Z' },
  ]);
  expect(await list()).not.toContain(planted.name);
  await say(true);
  expect((await mine()).optedOut).toBe(false);
  expect(await list()).toContain(planted.name);
});

test('an opt-out of one course, and of a course of somebody else', async () => {
  const id = await courseId();
  const say = (course: number, granted: boolean) =>
    learner.post('/my-data/consent', { purpose: 'analytics', courseId: course, granted });
  expect((await say(id, false)).status).toBe(200);
  expect((await mine()).courses).toEqual([expect.objectContaining({ courseId: id, optedOut: true })]);
  expect((await say(id, true)).status).toBe(200);
  expect((await say(999_999, false)).status).toBe(404);
});

test('a declaration is noted by the learner or by who teaches them, seen on the page, and ended', async () => {
  const id = await courseId();
  const from = '2026-01-12T00:00:00Z';
  expect((await learner.post('/my-data/declarations', { courseId: id, kind: 'study_group', from })).status).toBe(200);
  const personId = (await learner.get('/me')).body as { personId: number };
  const path = `/courses/${id}/learners/${personId.personId}/declarations`;
  expect((await instructor.post(path, { kind: 'offline_contact', from })).status).toBe(200);
  expect((await classmate.post(path, { kind: 'offline_contact', from })).status).toBe(404);
  expect((await learner.post('/my-data/declarations', { courseId: id, kind: 'other', from, to: from })).status).toBe(
    400,
  );
  const said = (await mine()).declarations.filter(({ source }) => source === null);
  expect(said.map(({ own, by }) => [own, by])).toEqual(
    expect.arrayContaining([
      [true, planted.name],
      [false, 'Name of tut'],
    ]),
  );
  for (const { declarationId } of said) {
    expect((await classmate.post(`/courses/${id}/declarations/${declarationId}/end`, {})).status).toBe(404);
    expect((await learner.post(`/courses/${id}/declarations/${declarationId}/end`, {})).status).toBe(200);
  }
  expect((await mine()).declarations.filter(({ to, source }) => to === null && source === null)).toEqual([]);
});

test('mentoring is offered with its bounds, and taken back', async () => {
  const offer = { capacity: 2, languages: ['en', 'pt-BR'], timezone: 'Europe/Lisbon' };
  expect((await learner.post('/my-data/mentoring', { offer })).status).toBe(200);
  expect((await mine()).mentoring).toEqual(offer);
  expect((await mine(classmate)).mentoring).toBeNull();
  expect((await learner.post('/my-data/mentoring', { offer: { ...offer, capacity: 99 } })).status).toBe(400);
  // Refused here, or no mentor is proposed to anybody of the course.
  expect((await learner.post('/my-data/mentoring', { offer: { ...offer, timezone: 'Berlin' } })).status).toBe(400);
  await learner.post('/my-data/mentoring', { offer: null });
  expect((await mine()).mentoring).toBeNull();
});

test('somebody to be kept apart from: of the own courses only, and nobody else learns of it', async () => {
  expect((await learner.post('/my-data/apart', { name: 'name of L1' })).status).toBe(200);
  expect((await learner.post('/my-data/apart', { name: 'Nobody Here' })).status).toBe(404);
  const [one] = (await mine()).apart;
  expect(one).toMatchObject({ name: 'Name of l1' });
  expect((await mine(classmate)).apart).toEqual([]);
  expect((await classmate.post(`/my-data/apart/${one!.personId}/end`, {})).status).toBe(404);
  expect((await learner.post(`/my-data/apart/${one!.personId}/end`, {})).status).toBe(200);
});

test('a wish to correct reaches the steward, who answers, and the answer is on the page', async () => {
  const { personId } = (await instructor.get('/me')).body as { personId: number };
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at)
    values (${institutionId}, ${personId}, 'steward', now() - interval '1 hour', now())`.execute(database.db);
  const wish = { kind: 'correct', about: 'presence · Small course', wish: 'I was there on Tuesday.' };
  expect((await learner.post('/my-data/requests', wish)).status).toBe(200);
  const [asked] = (await instructor.get('/data-requests')).body as { requestId: number; name: string }[];
  expect(asked).toMatchObject({ name: planted.name, wish: wish.wish });
  const answer = `/data-requests/${asked!.requestId}/answer`;
  expect((await learner.post(answer, { granted: true, answer: 'x' })).status).toBe(403);
  expect((await instructor.post(answer, { granted: true, answer: 'Mended in the register.' })).status).toBe(200);
  expect((await instructor.post(answer, { granted: true, answer: 'Twice.' })).status).toBe(404);
  expect((await mine()).requests).toContainEqual(
    expect.objectContaining({ granted: true, answer: 'Mended in the register.' }),
  );
  expect((await mine(classmate)).requests).toEqual([]);
});

test('nothing of all this stands in the access log of others, nor on Monday', async () => {
  const monday = (await instructor.get('/monday')).body as ResponseOf<typeof getMonday>;
  expect(JSON.stringify(monday)).not.toContain('kept_apart');
  expect(await tablesWith(database.owner, ['ops'], 'I was there on Tuesday.')).toEqual(['ops.data_request']);
});
