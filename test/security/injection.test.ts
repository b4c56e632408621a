import { recordSchemas, recordTypes, type RecordInput, type RecordType } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';

/** Each would do something, were it ever part of a statement, a format or a formula. */
const hostile = [
  "'); drop table core.canary; --",
  "' || (select secret from identity.secret limit 1) || '",
  '"; delete from core.canary where 1=1; --',
  '$$; drop table core.canary; $$',
  '\\copy core.canary to program',
  '=cmd|calc!A1',
  '@SUM(1+1)',
  '\\N',
  'a\tb\\nc',
  '%s%n{0}${1}:name?',
] as const;

/** A record of every type as it may come, one of which each text field is then poisoned. */
const plain: Readonly<Record<RecordType, RecordInput>> = {
  activity: {
    type: 'activity',
    key: 'k',
    person: 'p',
    verb: 'viewed',
    at: '2026-02-03T10:00:00Z',
    object: 'o',
    objectType: 'page',
    session: 's',
  },
  award: {
    type: 'award',
    key: 'k',
    person: 'p',
    kind: 'badge',
    title: 't',
    definition: 'd',
    at: '2026-02-03T10:00:00Z',
    by: 'q',
  },
  consent: { type: 'consent', key: 'k', person: 'p', purpose: 'mentoring', granted: true, at: '2026-02-03T10:00:00Z' },
  course: { type: 'course', key: 'k', title: 't', sisId: 's', code: 'c', unit: 'u', term: 't', parent: 'c' },
  declaration: { type: 'declaration', key: 'k', person: 'p', kind: 'other', from: '2026-02-03T10:00:00Z' },
  enrolment: { type: 'enrolment', key: 'k', person: 'p', role: 'learner', roleRaw: 'r', section: 's' },
  feedback: {
    type: 'feedback',
    key: 'k',
    giver: 'p',
    receiver: 'q',
    activity: 'a',
    receiverGroup: 'g',
    givenAt: '2026-02-03T10:00:00Z',
  },
  group: { type: 'group', key: 'k', kind: 'project', set: 's', title: 't' },
  membership: { type: 'membership', key: 'k', group: 'g', person: 'p', role: 'r' },
  mentorship: { type: 'mentorship', key: 'k', mentor: 'p', mentee: 'q', programme: 'x', status: 's' },
  outcome: { type: 'outcome', key: 'k', person: 'p', kind: 'passed', grade: 'g', reason: 'r' },
  person: {
    type: 'person',
    key: 'k',
    displayName: 'n',
    givenName: 'g',
    familyName: 'f',
    preferredName: 'p',
    claims: [{ scheme: 'username', value: 'u' }],
    attributes: { region: 'x' },
  },
  post: {
    type: 'post',
    key: 'k',
    thread: 't',
    author: 'p',
    title: 't',
    body: 'b',
    space: 's',
    parent: 'x',
    session: 'y',
    mentions: ['q'],
    createdAt: '2026-02-03T10:00:00Z',
  },
  presence: { type: 'presence', key: 'k', session: 's', person: 'p', precision: 'mark', status: 'present', role: 'r' },
  reaction: { type: 'reaction', key: 'k', post: 'x', person: 'p', kind: 'like', at: '2026-02-03T10:00:00Z' },
  relation: { type: 'relation', key: 'k', observer: 'p', learner: 'q', kind: 'parent' },
  session: {
    type: 'session',
    key: 'k',
    title: 't',
    host: 'p',
    parent: 'x',
    group: 'g',
    startsAt: '2026-02-03T10:00:00Z',
    endsAt: '2026-02-03T11:00:00Z',
  },
  space: { type: 'space', key: 'k', title: 't', parent: 'x', group: 'g', kind: 'forum' },
  survey_response: {
    type: 'survey_response',
    key: 'k',
    survey: 's',
    wave: 'w',
    person: 'p',
    items: [{ item: 'i', text: 't' }],
    answeredAt: '2026-02-03T10:00:00Z',
  },
  term: { type: 'term', key: 'k', title: 't', startsOn: '2026-01-01', endsOn: '2026-06-30' },
  unit: { type: 'unit', key: 'k', kind: 'faculty', title: 't' },
};

/** Fields of a record that take any text, by its schema. */
const textFields = (type: RecordType): string[] =>
  Object.entries((recordSchemas[type] as z.ZodObject).shape).flatMap(([field, schema]) =>
    field !== 'type' && (schema as z.ZodType).safeParse(hostile[0]).success ? [field] : [],
  );

const poisoned = recordTypes.flatMap((type) =>
  textFields(type).flatMap((field) =>
    hostile.map((text, index): RecordInput => {
      const record = { ...plain[type], key: `${type} ${field} ${String(index)}`, course: 'c' };
      return { ...record, [field]: text };
    }),
  ),
);

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await sql`create table core.canary (row_no int)`.execute(database.owner);
  await sql`insert into core.canary values (1)`.execute(database.owner);
  await sql`grant all on core.canary to kith_etl`.execute(database.owner);
});
afterAll(() => database.drop());

test('there is a text field in every type of record', () => {
  expect(recordTypes.filter((type) => textFields(type).length < 2)).toEqual([]);
  expect(poisoned.length).toBeGreaterThan(1000);
});

test('every text field of every record holds what was written, and none of it is ever run', async () => {
  const report = await loadRecords(database.db, institutionId, poisoned);
  expect(['visible', 'staged']).toContain(report.state);
  expect(report.new + report.rejected).toBeGreaterThan(500);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from core.canary`.execute(database.owner);
  expect(rows).toEqual([{ n: 1 }]);
});

test('what was stored is what was sent, letter by letter', async () => {
  const { rows } = await sql<{ title: string }>`
    select distinct title from core.post where title <> 't' order by title`.execute(database.owner);
  const stored = rows.map(({ title }) => title);
  expect(stored.filter((title) => !(hostile as readonly string[]).includes(title))).toEqual([]);
  expect(stored.length).toBe(hostile.length);
});
