import type { RecordInput } from '@kith/etl/records/record.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution, loadGiven } from './given.ts';

let database: FreshDatabase;
let institutionId: number;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await institution(database.db);
});
afterAll(() => database.drop());

const records: RecordInput[] = [
  { type: 'course', key: 'c1', title: 'Course 1', startsOn: '2026-03-02', endsOn: '2026-05-31' },
  {
    type: 'person',
    key: 'ana',
    displayName: 'Ana Example',
    claims: [{ scheme: 'email', value: 'Ana@x.edu', verified: true }],
  },
  { type: 'enrolment', key: 'e1', person: 'ana', course: 'c1', role: 'learner' },
  { type: 'enrolment', key: 'e2', person: 'tom', course: 'c1', role: 'teacher' },
  { type: 'space', key: 'f1', course: 'c1' },
  {
    type: 'post',
    key: 'p1',
    space: 'f1',
    thread: 't1',
    author: 'ana',
    createdAt: '2026-03-03T10:00:00Z',
    words: 5,
    mentions: ['tom'],
  },
  { type: 'reaction', key: 'r1', post: 'p1', person: 'ben', kind: 'like', at: '2026-03-04T10:00:00+01:00' },
  {
    type: 'activity',
    key: 'a1',
    person: 'ana',
    course: 'c1',
    verb: 'viewed',
    object: 'page',
    at: '2026-03-05T10:00:00Z',
  },
  { type: 'activity', key: 'a2', person: 'ben', verb: 'viewed', at: '2026-03-05T10:00:00Z' },
];

test('records become facts', async () => {
  const report = await loadGiven(database.db, institutionId, { records });
  expect(report).toMatchObject({
    state: 'visible',
    read: 9,
    new: 9,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    deleted: 0,
  });
  const again = await loadGiven(database.db, institutionId, { records });
  expect(again).toMatchObject({ state: 'visible', read: 9, new: 0, changed: 0, unchanged: 9, rejected: 0, deleted: 0 });
});
