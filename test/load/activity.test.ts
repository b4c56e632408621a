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

const id = '7f1a0c1e-0000-4000-8000-000000000001';
const statement = (more: Partial<Extract<RecordInput, { type: 'activity' }>> = {}): RecordInput => ({
  type: 'activity',
  key: id,
  person: 'ana',
  course: 'c',
  verb: 'viewed',
  at: '2026-03-03T10:00:00Z',
  ...more,
});
const read = (records: RecordInput[], mode: 'event' | 'full' = 'event') =>
  loadGiven(database.db, institutionId, { records, mode });
const visible = async () => {
  const rows = await database.db
    .selectFrom('core.activity as a')
    .innerJoin('core.course as c', 'c.courseId', 'a.courseId')
    .select(['a.key', 'c.title', 'a.occurredAt', 'a.verbId', 'a.count'])
    .where('a.institutionId', '=', institutionId)
    .where('a.supersededAt', 'is', null)
    .execute();
  return rows;
};

describe('a statement is what it is', () => {
  test.each([
    ['another verb', { verb: 'completed' as const }],
    ['another time', { at: '2026-04-03T10:00:00Z' }],
    ['another person', { person: 'ben' }],
  ])('the same id with %s is refused, in another load and in the same', async (_what, change) => {
    expect(await read([statement()])).toMatchObject({ new: 1 });
    const before = await visible();
    const later = await read([statement(change)]);
    expect(later).toMatchObject({ new: 0, unchanged: 0, rejected: 1 });
    expect(await visible()).toEqual(before);
    const twice = await read([statement({ key: 'x' }), statement({ key: 'x', ...change }), statement({ key: 'x' })]);
    expect(twice.rejected + twice.unchanged).toBe(2);
    expect(twice).toMatchObject({ new: 1 });
    const codes = await database.db
      .selectFrom('ops.reject')
      .select('code')
      .distinct()
      .where('institutionId', '=', institutionId)
      .execute();
    expect(codes).toEqual([{ code: 'CONFLICTING_STATEMENT' }]);
  });

  test('the same instant in another zone, and an id in capitals, are the same statement', async () => {
    await read([statement()]);
    const again = statement({ key: id.toUpperCase(), at: '2026-03-03T11:00:00.000+01:00' });
    expect(await read([again])).toMatchObject({ new: 0, unchanged: 1, rejected: 0 });
  });

  test('a course that a later load names is where it was all the time', async () => {
    const { course: _none, ...unplaced } = statement() as Extract<RecordInput, { type: 'activity' }>;
    await read([unplaced]);
    expect(await visible()).toMatchObject([{ title: 'Unassigned' }]);
    expect(await read([statement()])).toMatchObject({ changed: 1 });
    expect(await visible()).toMatchObject([{ title: 'c' }]);
    expect(await read([unplaced])).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await visible()).toMatchObject([{ title: 'c' }]);
  });

  test('its session tells the course, before and after', async () => {
    const { course: _none, ...unplaced } = statement({ session: 's' }) as Extract<RecordInput, { type: 'activity' }>;
    await read([unplaced]);
    await read([{ type: 'session', key: 's', course: 'c', startsAt: '2026-03-03T09:00:00Z' }]);
    expect(await visible()).toMatchObject([{ title: 'c' }]);
    await read([{ ...unplaced, key: 'second' }]);
    expect(await visible()).toMatchObject([{ title: 'c' }, { title: 'c' }]);
  });
});

describe('voiding', () => {
  const voiding = {
    ...statement(),
    person: 'admin',
    verb: 'other',
    deleted: { at: '2026-03-09T00:00:00Z' },
  } as RecordInput;

  test('after the statement', async () => {
    await read([statement()]);
    expect(await read([voiding])).toMatchObject({ new: 1 });
    expect(await visible()).toEqual([]);
    expect(await read([voiding])).toMatchObject({ new: 0, unchanged: 1 });
  });

  test('before the statement', async () => {
    await read([voiding]);
    await read([statement()]);
    expect(await visible()).toEqual([]);
  });

  test('in the same load, in whatever order, and for good', async () => {
    await read([voiding, statement()]);
    await read([statement()]);
    expect(await visible()).toEqual([]);
  });

  test('makes nobody a participant', async () => {
    await read([voiding]);
    const accounts = await database.db
      .selectFrom('core.account')
      .selectAll()
      .where('institutionId', '=', institutionId)
      .execute();
    expect(accounts).toEqual([]);
  });
});

describe('a full load of activity', () => {
  const day = (n: number, count = 1) => statement({ key: `d${n}`, at: `2026-03-0${n}T00:00:00Z`, count });

  test('replaces a folded row that has grown, and takes away what is absent', async () => {
    const days = [1, 2, 3, 4, 5, 6].map((n) => day(n));
    expect(await read(days, 'full')).toMatchObject({ new: 6, deleted: 0 });
    const grown = [...days.slice(1, 5), day(6, 9)];
    expect(await read(grown, 'full')).toMatchObject({ new: 0, changed: 1, unchanged: 4, rejected: 0, deleted: 1 });
    expect((await visible()).map(({ count }) => count).sort()).toEqual([1, 1, 1, 1, 9]);
    expect(await read(grown, 'full')).toMatchObject({ new: 0, changed: 0, unchanged: 5, deleted: 0 });
    expect(await read([...days.slice(0, 5), day(6, 9)], 'full')).toMatchObject({ deleted: 0 });
    expect(await visible()).toHaveLength(6);
  });
});
