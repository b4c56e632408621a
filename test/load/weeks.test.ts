import type { RecordInput } from '@kith/etl/records/record.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution, loadGiven } from './given.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  institutionId = await institution(database.db, 'Europe/Vienna');
});

const read = (records: RecordInput[], source = 'given') =>
  loadGiven(database.db, institutionId, { records, source, mode: 'delta' });
const weeks = async () => {
  const rows = await database.db
    .selectFrom('ops.dirtyWeek')
    .select('weekStart')
    .where('institutionId', '=', institutionId)
    .orderBy('weekStart')
    .execute();
  return rows.map(({ weekStart }) => weekStart);
};
const clearWeeks = () => database.db.deleteFrom('ops.dirtyWeek').where('institutionId', '=', institutionId).execute();
const view = (key: string, at: string, person = 'ana'): RecordInput => ({
  type: 'activity',
  key,
  person,
  course: 'c',
  verb: 'viewed',
  at,
});

describe('the weeks a load touched are queued', () => {
  test('the same organisation again touches nothing', async () => {
    const organisation: RecordInput[] = [
      { type: 'unit', key: 'u', kind: 'faculty', title: 'Faculty' },
      { type: 'term', key: 't', title: 'Term', startsOn: '2026-03-02', endsOn: '2026-03-29' },
      { type: 'course', key: 'c', unit: 'u', term: 't' },
    ];
    await read(organisation);
    await clearWeeks();
    await read([...organisation.slice(0, 2), { type: 'course', key: 'c', unit: 'u', term: 't', title: 'A name' }]);
    expect(await weeks()).toEqual([]);
    await read([{ type: 'term', key: 't', title: 'Term', startsOn: '2026-03-02', endsOn: '2026-04-05' }]);
    expect(await weeks()).toHaveLength(5);
  });

  const course: RecordInput = { type: 'course', key: 'c', startsOn: '2026-03-02', endsOn: '2026-04-26' };

  test('those in which something happened, in the zone of the course, and no others', async () => {
    await read([course, view('a', '2026-03-10T10:00:00Z')]);
    await clearWeeks();
    // Sunday 23:30 in Vienna, Monday in Tokyo; and the first hour of a Monday after the clocks went forward.
    await read([
      view('b', '2026-03-15T22:30:00Z'),
      view('c', '2026-03-29T22:30:00Z'),
      view('a', '2026-03-10T10:00:00Z'),
    ]);
    expect(await weeks()).toEqual(['2026-03-09', '2026-03-30']);
  });

  test('nothing new, nothing queued', async () => {
    await read([course, view('a', '2026-03-10T10:00:00Z')]);
    await clearWeeks();
    await read([course, view('a', '2026-03-10T10:00:00Z')]);
    expect(await weeks()).toEqual([]);
  });

  test('a post that moved touches where it was and where it is', async () => {
    const post = { type: 'post', key: 'p', course: 'c', thread: 't', author: 'ana' } as const;
    await read([course, { ...post, createdAt: '2026-03-03T10:00:00Z' }]);
    await clearWeeks();
    await read([{ ...post, createdAt: '2026-04-02T10:00:00Z' }]);
    expect(await weeks()).toEqual(['2026-03-02', '2026-03-30']);
  });

  test('a mark without a time touches the week of its session, a reaction that of its post', async () => {
    await read([
      course,
      { type: 'session', key: 's', course: 'c', startsAt: '2026-03-18T10:00:00Z' },
      { type: 'post', key: 'p', course: 'c', thread: 't', createdAt: '2026-04-07T10:00:00Z' },
    ]);
    await clearWeeks();
    await read([
      { type: 'presence', key: 'm', session: 's', person: 'ana', precision: 'mark', status: 'present' },
      { type: 'reaction', key: 'r', post: 'p', person: 'ana', kind: 'like' },
    ]);
    expect(await weeks()).toEqual(['2026-03-16', '2026-04-06']);
  });

  test('an enrolment touches every week from its start to the end of the course', async () => {
    await read([course]);
    await clearWeeks();
    await read([
      { type: 'enrolment', key: 'e', person: 'ana', course: 'c', role: 'learner', from: '2026-04-08T00:00:00Z' },
    ]);
    expect(await weeks()).toEqual(['2026-04-06', '2026-04-13', '2026-04-20']);
  });
});
