import type { Extracted } from '@kith/etl/connector.ts';
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
  institutionId = await institution(database.db);
});

const at = (line: number) => ({ file: 'given.ndjson', line });
const post = (key: string, more: Partial<Extract<RecordInput, { type: 'post' }>> = {}): RecordInput => ({
  type: 'post',
  key,
  course: 'c',
  thread: 't',
  author: 'ana',
  createdAt: '2026-03-03T10:00:00Z',
  ...more,
});

describe('every row is counted once', () => {
  test('a row with several records by the most telling of them', async () => {
    await loadGiven(database.db, institutionId, { records: [post('p1')] });
    const items: Extracted[] = [
      { skipped: { reason: 'header' }, ref: at(1) },
      { record: { type: 'person', key: 'ana' }, ref: at(2) }, // new: the row is new
      { record: post('p1'), ref: at(2) }, // seen before
      { record: post('p1'), ref: at(3) }, // twice in this load
      { record: post('p2'), ref: at(4) },
      { reject: { code: 'BAD_DATE', message: 'No.' }, ref: at(4) }, // and its other half refused
      { skipped: { reason: 'folded into one', count: 7 }, ref: at(4) },
      { record: { type: 'person', key: 'ben' }, ref: at(9) },
      { record: { type: 'reaction', key: 'r', post: 'p1', person: 'ben', kind: 'like' }, ref: at(5) }, // not in order
      { record: post('p3'), ref: at(9) },
    ];
    const report = await loadGiven(database.db, institutionId, { items });
    expect(report).toMatchObject({ read: 13, new: 3, changed: 0, unchanged: 1, skipped: 8, rejected: 1, deleted: 0 });
    expect(report.skippedReasons).toEqual({ header: 1, 'folded into one': 7 });
  });
});

describe('what does not fit the database is one reject, not a failed load', () => {
  const huge = 'k'.repeat(1000);
  test.each([
    ['a record that does not fit its schema', post('p', { createdAt: 'yesterday' }), 'BAD_DATE'],
    ['a field that is missing', { type: 'post', key: 'p', course: 'c' }, 'MISSING_VALUE'],
    ['a zero byte', post('p', { title: 'a\0b' }), 'NUL_CHARACTER'],
    ['a number beyond an integer', post('p', { words: 3_000_000_000 }), 'BAD_VALUE'],
    ['a key beyond an index entry', post('p', { thread: '\u{1F600}'.repeat(512) }), 'KEY_TOO_LONG'],
    ['a clock that was never set', post('p', { createdAt: '1970-01-01T00:00:00Z' }), 'IMPLAUSIBLE_DATE'],
    [
      'a year that Postgres has not',
      { type: 'enrolment', key: 'e', person: 'p', role: 'learner', from: '0000-01-01T00:00:00Z' },
      'IMPLAUSIBLE_DATE',
    ],
    [
      'an activity of another century',
      { type: 'activity', key: 'a', person: 'p', verb: 'viewed', at: '1918-01-01T00:00:00Z' },
      'IMPLAUSIBLE_DATE',
    ],
    [
      'a term that ends before it begins',
      { type: 'term', key: 't', title: 'T', startsOn: '2026-03-01', endsOn: '2026-02-01' },
      'BAD_VALUE',
    ],
    ['an anonymous post with an author', post('p', { anonymity: 'all' }), 'BAD_VALUE'],
  ])('%s', async (_what, record, code) => {
    const items = [
      { record: record as RecordInput, ref: at(1) },
      { record: post(`${huge}\u{1F600}\ud800 \\u0000 \\N \t`, { thread: huge, title: '\ud800' }), ref: at(2) },
    ];
    const report = await loadGiven(database.db, institutionId, { items });
    expect(report).toMatchObject({ state: 'visible', read: 2, new: 1, rejected: 1 });
    const rejects = await database.db
      .selectFrom('ops.reject')
      .select(['code', 'line'])
      .where('runId', '=', report.runId)
      .execute();
    expect(rejects).toEqual([{ code, line: 1 }]);
  });
});

describe('one key twice', () => {
  test('with other words: one stays, whatever the order, and the other is refused with file and line', async () => {
    const [one, two] = [post('p', { words: 1 }), post('p', { words: 2 })];
    const first = await loadGiven(database.db, institutionId, { records: [one, two] });
    const words = () =>
      database.db.selectFrom('core.post').select('words').where('institutionId', '=', institutionId).execute();
    const kept = await words();
    expect(first).toMatchObject({ read: 2, new: 1, rejected: 1 });
    const other = await institution(database.db);
    const secret = await database.db
      .selectFrom('identity.secret')
      .selectAll()
      .where('institutionId', '=', institutionId)
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto('identity.secret')
      .values({ ...secret, institutionId: other })
      .execute();
    institutionId = other;
    const second = await loadGiven(database.db, other, { records: [two, one] });
    expect(await words()).toEqual(kept);
    const line = [one, two].findIndex((each) => 'words' in each && each.words !== kept[0]?.words);
    for (const [runId, expected] of [
      [first.runId, line + 1],
      [second.runId, 2 - line],
    ] as const) {
      const found = await database.db
        .selectFrom('ops.reject')
        .select(['code', 'file', 'line'])
        .where('runId', '=', runId)
        .execute();
      expect(found).toEqual([{ code: 'CONFLICTING_DUPLICATE', file: 'given.ndjson', line: expected }]);
    }
  });

  test('the newer version stays, and the older is no contradiction', async () => {
    const records = [
      post('p', { words: 2, observedAt: '2026-03-05T00:00:00Z' }),
      post('p', { words: 1, observedAt: '2026-03-04T00:00:00Z' }),
    ];
    expect(await loadGiven(database.db, institutionId, { records })).toMatchObject({
      new: 1,
      unchanged: 1,
      rejected: 0,
    });
    expect(await loadGiven(database.db, institutionId, { records: [records[1]!] })).toMatchObject({
      unchanged: 1,
      changed: 0,
    });
    const current = await database.db
      .selectFrom('core.post')
      .select(['words'])
      .where('institutionId', '=', institutionId)
      .where('supersededAt', 'is', null)
      .execute();
    expect(current).toEqual([{ words: 2 }]);
  });
});
