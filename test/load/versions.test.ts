import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
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

type PostInput = Extract<RecordInput, { type: 'post' }>;
const post = (more: Partial<PostInput> = {}): PostInput => ({
  type: 'post',
  key: 'p',
  course: 'c',
  thread: 't',
  author: 'ana',
  createdAt: '2026-03-03T10:00:00Z',
  ...more,
});
const read = async (...records: RecordInput[]) => {
  const { runId } = await loadGiven(database.db, institutionId, { records, mode: 'delta' });
  const run = await database.db
    .selectFrom('ops.run')
    .select('visibleAt')
    .where('runId', '=', runId)
    .executeTakeFirstOrThrow();
  return { runId, visibleAt: run.visibleAt };
};
const versions = () =>
  database.db
    .selectFrom('core.post as p')
    .innerJoin('core.course as c', 'c.courseId', 'p.courseId')
    .select([
      'p.runId',
      'c.title as course',
      'p.words',
      'p.occurredAt',
      'p.ingestedAt',
      'p.supersededAt',
      'p.authorAccountId',
      'p.title',
      'p.deletedAt',
    ])
    .where('p.institutionId', '=', institutionId)
    .orderBy('p.postId')
    .execute();
/** Titles of the courses in which the current facts of a table are. */
const titles = async (table: string) => {
  const { rows } = await sql<{ title: string }>`
    select c.title from ${sql.table(table)} as f join core.course as c on c.course_id = f.course_id
    where f.institution_id = ${institutionId} and f.superseded_at is null`.execute(database.db);
  return rows.map(({ title }) => title);
};

describe('versions answer what was known when', () => {
  test('a new version begins where the old one ends, at the instant its load became visible', async () => {
    const first = await read(post({ words: 1 }));
    const second = await read(post({ words: 2 }));
    expect(await versions()).toMatchObject([
      { ...pick(first), words: 1, supersededAt: second.visibleAt },
      { ...pick(second), words: 2, supersededAt: null },
    ]);
    await read(post({ words: 2 }));
    expect(await versions()).toHaveLength(2);
  });

  test.each<[string, { course?: string; createdAt?: string }]>([
    ['course', { course: 'd' }],
    ['time', { createdAt: '2026-04-01T00:00:00Z' }],
  ])('another %s is a delete and an insert in one step', async (_what, change) => {
    const first = await read(post());
    const second = await read(post(change));
    const [old, now] = await versions();
    expect(old).toMatchObject({ ...pick(first), supersededAt: second.visibleAt, course: 'c' });
    expect(now).toMatchObject({ ...pick(second), supersededAt: null, course: change.course ?? 'c' });
    const records = await database.db
      .selectFrom('core.record')
      .selectAll()
      .where('institutionId', '=', institutionId)
      .where('type', '=', 'post')
      .execute();
    expect(records).toHaveLength(1);
  });

  test('taken back: the place in the thread stays, what it said is gone from every version', async () => {
    await read(post({ title: 'Secret plans', words: 7 }));
    await read(post({ title: 'Secret plans', words: 7, deleted: { at: '2026-03-09T00:00:00Z' } }));
    const all = await versions();
    expect(all.map(({ title }) => title)).toEqual([null, null]);
    expect(all[1]).toMatchObject({ deletedAt: new Date('2026-03-09T00:00:00Z'), supersededAt: null });
    expect(all[1]!.authorAccountId).toBe(all[0]!.authorAccountId);
  });

  test('anonymous to all: no version ever tells the author', async () => {
    await read(post({ coAuthors: ['ben'] }));
    const { author: _gone, ...rest } = post({ anonymity: 'all' });
    await read(rest);
    const rows = await database.db
      .selectFrom('core.post')
      .select(['authorAccountId', 'coAuthorAccountIds'])
      .where('institutionId', '=', institutionId)
      .execute();
    expect(rows).toEqual([
      { authorAccountId: null, coAuthorAccountIds: [] },
      { authorAccountId: null, coAuthorAccountIds: [] },
    ]);
  });
});

const pick = ({ runId, visibleAt }: { runId: number; visibleAt: Date | null }) => ({ runId, ingestedAt: visibleAt });

describe('what tells the course may come later', () => {
  const unplaced: RecordInput[] = [
    { type: 'reaction', key: 'r', post: 'p', person: 'ben', kind: 'like' },
    { type: 'presence', key: 'pr', session: 'breakout', person: 'ben', precision: 'mark', status: 'present' },
    { type: 'session', key: 'breakout', parent: 'main', kind: 'breakout', startsAt: '2026-03-03T10:00:00Z' },
    { type: 'membership', key: 'm', group: 'g', person: 'ben' },
  ];
  const { course: _none, ...orphan } = post({ space: 'forum' });
  const placing: RecordInput[] = [
    { type: 'space', key: 'forum', course: 'c' },
    { type: 'session', key: 'main', course: 'c', startsAt: '2026-03-03T10:00:00Z' },
    { type: 'group', key: 'g', course: 'c' },
  ];

  test.each<[string, RecordInput[][]]>([
    ['before', [placing, [...unplaced, orphan]]],
    ['with it', [[...unplaced, orphan, ...placing]]],
    ['after', [unplaced, [orphan], placing]],
  ])('%s', async (_when, loads) => {
    for (const records of loads) await read(...records);
    expect(await titles('core.reaction')).toEqual(['c']);
    expect(await titles('core.presence')).toEqual(['c']);
    expect(await titles('core.membership')).toEqual(['c']);
    expect(await titles('core.session')).toEqual(['c', 'c']);
  });

  test('--course names the course of what names none, and may name one that another source brought', async () => {
    await loadGiven(database.db, institutionId, {
      source: 'roster',
      records: [{ type: 'course', key: '4711', title: 'Sociology', code: 'SOC1' }],
    });
    await loadGiven(database.db, institutionId, { records: unplaced.slice(0, 1), context: { course: 'SOC1' } });
    expect(await titles('core.reaction')).toEqual(['Sociology']);
  });
});
