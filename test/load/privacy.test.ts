import type { RecordInput } from '@kith/etl/records/record.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { tablesWith } from '../support/tables-with.ts';
import { institution, loadGiven } from './given.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Keys of a meeting report: the only identifier is an e-mail or a name. */
const [mail, name] = ['planted.person@example.org', 'name:planted person'];
const text = 'planted words of a post';
const at = '2026-03-03T10:00:00Z';
const records: RecordInput[] = [
  {
    type: 'person',
    key: mail,
    displayName: 'Planted Person',
    familyName: 'Planted',
    claims: [{ scheme: 'email', value: mail, verified: true }],
    attributes: { region: 'planted region' },
  },
  { type: 'person', key: name, displayName: 'Planted Person' },
  { type: 'enrolment', key: `${mail}|c`, person: mail, course: 'c', role: 'learner' },
  { type: 'session', key: 's', course: 'c', startsAt: at, host: name },
  { type: 'presence', key: `s|${mail}`, session: 's', person: mail, precision: 'mark', status: 'present' },
  {
    type: 'post',
    key: 'p',
    course: 'c',
    thread: 't',
    author: mail,
    coAuthors: [name],
    mentions: [name],
    createdAt: at,
    body: text,
    words: 5,
  },
  { type: 'reaction', key: `p|${mail}|like`, post: 'p', person: mail, kind: 'like' },
  { type: 'activity', key: `${mail}|viewed`, person: mail, course: 'c', verb: 'viewed', at },
  { type: 'activity', key: `${mail}|void`, person: mail, verb: 'other', at, deleted: {} },
  { type: 'membership', key: `g|${mail}`, group: 'g', person: mail, course: 'c' },
  { type: 'feedback', key: `f|${mail}`, giver: mail, receiver: name, course: 'c', givenAt: at },
  {
    type: 'survey_response',
    key: `pulse|${mail}`,
    survey: 'pulse',
    person: mail,
    course: 'c',
    items: [{ item: 'belong', number: 3 }],
    answeredAt: at,
  },
];

const places = (schemas: readonly string[], word: string) => tablesWith(database.owner, schemas, word);

test('names, addresses and words stand in schema identity and nowhere else', async () => {
  const institutionId = await institution(database.db);
  expect(await loadGiven(database.db, institutionId, { records })).toMatchObject({
    state: 'visible',
    new: 12,
    rejected: 0,
  });
  expect(await places(['core', 'insight', 'ops', 'care', 'stage'], 'planted')).toEqual([]);
  expect(await places(['identity'], mail)).toEqual([
    'identity.account',
    'identity.claim',
    'identity.person',
    'identity.said',
  ]);
  expect(await places(['identity', 'core'], text)).toEqual([]);
});

test('the words of a post are kept where the deployment switched them on, and titles unless it switched them off', async () => {
  const posts = (key: string): RecordInput[] => [
    { type: 'post', key, course: 'c', thread: 't', createdAt: at, body: text, title: 'Why?' },
  ];
  const institutionId = await institution(database.db);
  await loadGiven(database.db, institutionId, { records: posts('a'), context: { keepBodies: true } });
  await database.db
    .updateTable('ops.source')
    .set({ settings: '{"titles": false}' })
    .where('institutionId', '=', institutionId)
    .execute();
  await loadGiven(database.db, institutionId, { records: posts('b') });
  const kept = await database.db
    .selectFrom('core.post')
    .select(['title', 'body'])
    .where('institutionId', '=', institutionId)
    .orderBy('key')
    .execute();
  expect(kept).toEqual([
    { title: 'Why?', body: text },
    { title: null, body: null },
  ]);
});

test('a refused row is kept for the steward, and the sentence about it tells nothing of the person', async () => {
  const institutionId = await institution(database.db);
  const wrong = [
    { type: 'enrolment', key: mail, person: mail, role: mail },
    { type: 'activity', key: mail, person: mail, verb: 'viewed', at: mail },
    { type: 'person', key: mail, displayName: 7, timezone: mail },
    { type: 'post', key: mail, thread: 't', createdAt: at, words: mail },
  ] as unknown as RecordInput[];
  const { runId } = await loadGiven(database.db, institutionId, { records: wrong });
  const rejects = await database.db
    .selectFrom('ops.reject')
    .select(['message', 'raw'])
    .where('runId', '=', runId)
    .execute();
  expect(rejects).toHaveLength(4);
  for (const { message, raw } of rejects) {
    expect(message).not.toContain('planted');
    expect(raw).toContain(mail);
  }
});
