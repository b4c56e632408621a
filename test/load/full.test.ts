import { accept } from '@kith/etl/load/decide.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { universe } from './arbitrary.ts';
import { dump } from './dump.ts';
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

const read = (records: RecordInput[]) => loadGiven(database.db, institutionId, { records, mode: 'full' });
const posts = (count: number, course = 'c'): RecordInput[] =>
  Array.from({ length: count }, (_, n) => ({
    type: 'post',
    key: `${course}/${n}`,
    course,
    thread: 't',
    author: `p${n}`,
    createdAt: '2026-03-03T10:00:00Z',
  }));
const current = async () => {
  const rows = await database.db
    .selectFrom('core.post')
    .select('key')
    .where('institutionId', '=', institutionId)
    .where('supersededAt', 'is', null)
    .execute();
  return rows.length;
};

describe('a full load', () => {
  test('takes away what is absent, up to a fifth', async () => {
    await read(posts(10));
    expect(await read(posts(8))).toMatchObject({ state: 'visible', unchanged: 8, deleted: 2 });
    expect(await current()).toBe(8);
  });

  test('waits for a steward where more would vanish', async () => {
    await read(posts(10));
    const report = await read(posts(7));
    expect(report).toMatchObject({ state: 'staged', read: 7, unchanged: 7, deleted: 3 });
    expect(report.message).toMatch(/^3 of the 10 post records .* absent/);
    expect(await current()).toBe(10);
    expect(await accept(database.db, { institutionId, runId: report.runId })).toMatchObject({
      state: 'visible',
      deleted: 3,
    });
    expect(await current()).toBe(7);
  });

  test('of one course leaves the others, and the people, alone', async () => {
    await read([...posts(5, 'one'), { type: 'person', key: 'p0' }, { type: 'person', key: 'only there' }]);
    expect(await read([...posts(5, 'two'), { type: 'person', key: 'p0' }])).toMatchObject({
      state: 'visible',
      new: 5,
      deleted: 0,
    });
    expect(await current()).toBe(10);
  });

  test('brings back what had gone', async () => {
    await read(posts(10));
    await read(posts(9));
    expect(await read(posts(10))).toMatchObject({ unchanged: 9, changed: 1, deleted: 0 });
    expect(await current()).toBe(10);
  });

  test('twice is once', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(universe, async (told) => {
        institutionId = await institution(database.db);
        const records = told.filter(({ source }) => source === 'roster').map(({ record }) => record);
        const once = await loadGiven(database.db, institutionId, {
          records,
          mode: 'full',
          thresholds: { rejectedShare: 1 },
        });
        const before = await dump(database.owner, institutionId);
        const twice = await loadGiven(database.db, institutionId, {
          records,
          mode: 'full',
          thresholds: { rejectedShare: 1 },
        });
        expect(twice).toMatchObject({ state: 'visible', new: 0, changed: 0, deleted: 0, rejected: once.rejected });
        expect(await dump(database.owner, institutionId)).toEqual(before);
      }),
      { numRuns: 6, interruptAfterTimeLimit: 200_000 },
    );
  });
});

test('other modes take nothing away', async () => {
  await read(posts(10));
  for (const mode of ['delta', 'event'] as const) {
    expect(await loadGiven(database.db, institutionId, { records: posts(1), mode })).toMatchObject({ deleted: 0 });
  }
  expect(await current()).toBe(10);
});
