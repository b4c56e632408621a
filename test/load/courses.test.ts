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
const courses = () =>
  database.db
    .selectFrom('core.course')
    .select(['title', 'startsOn', 'endsOn', 'datesBasis', 'timezone'])
    .where('institutionId', '=', institutionId)
    .orderBy('courseId')
    .execute();
const view = (key: string, at: string, person = 'ana'): RecordInput => ({
  type: 'activity',
  key,
  person,
  course: 'c',
  verb: 'viewed',
  at,
});

describe('when a course starts', () => {
  test('is assumed from the first thing a learner did, on the day it was there', async () => {
    await read([view('late', '2026-03-05T10:00:00Z')]);
    expect(await courses()).toMatchObject([{ startsOn: '2026-03-05', datesBasis: 'assumed' }]);
    // 23:30 in London is the next day in Vienna.
    await read([view('early', '2026-03-01T23:30:00Z')]);
    expect(await courses()).toMatchObject([{ startsOn: '2026-03-02', datesBasis: 'assumed' }]);
  });

  test('is not assumed from what staff did', async () => {
    await read([view('a', '2026-02-01T10:00:00Z', 'teacher'), view('b', '2026-03-05T10:00:00Z')]);
    await read([{ type: 'enrolment', key: 'e', person: 'teacher', course: 'c', role: 'teacher' }]);
    expect(await courses()).toMatchObject([{ startsOn: '2026-03-05', datesBasis: 'assumed' }]);
  });

  test('is what the roster says, else its term, and never other than what a person set', async () => {
    await read([view('a', '2026-03-05T10:00:00Z')]);
    await read([{ type: 'course', key: 'c', title: 'C', term: 's26' }]);
    await read([{ type: 'term', key: 's26', title: 'Summer', startsOn: '2026-03-02', endsOn: '2026-06-30' }]);
    expect(await courses()).toMatchObject([
      { title: 'C', startsOn: '2026-03-02', endsOn: '2026-06-30', datesBasis: 'roster' },
    ]);
    await read([{ type: 'course', key: 'c', title: 'C', term: 's26', startsOn: '2026-03-09' }]);
    expect(await courses()).toMatchObject([{ startsOn: '2026-03-09', datesBasis: 'roster' }]);
    await database.db
      .updateTable('core.course')
      .set({ startsOn: '2026-03-16', datesBasis: 'set', timezone: 'Asia/Tokyo' })
      .where('institutionId', '=', institutionId)
      .execute();
    await read([
      {
        type: 'course',
        key: 'c',
        title: 'New title',
        startsOn: '2026-04-01',
        endsOn: '2026-05-01',
        timezone: 'Europe/Rome',
      },
    ]);
    expect(await courses()).toMatchObject([
      { title: 'New title', startsOn: '2026-03-16', datesBasis: 'set', timezone: 'Asia/Tokyo' },
    ]);
  });
});

describe('two sources of one course', () => {
  const events = [
    view('a', '2026-03-05T10:00:00Z'),
    { type: 'post', key: 'p', course: 'c', thread: 't', author: 'ana', createdAt: '2026-03-05T10:00:00Z' } as const,
  ];
  const lms: RecordInput[] = [{ type: 'course', key: 'c', sisId: 'MATH-1' }];
  const sis: RecordInput[] = [
    { type: 'course', key: '4711', sisId: 'MATH-1', title: 'Mathematics' },
    { type: 'enrolment', key: 'e', person: 's1', course: '4711', role: 'learner' },
  ];

  test.each([
    [
      'events, their course, the roster',
      [
        ['given', events],
        ['given', lms],
        ['sis', sis],
      ],
    ],
    [
      'the roster first',
      [
        ['sis', sis],
        ['given', lms],
        ['given', events],
      ],
    ],
    [
      'events between',
      [
        ['given', lms],
        ['given', events],
        ['sis', sis],
      ],
    ],
  ] as const)('%s: one course with all of it', async (_order, loads) => {
    for (const [source, records] of loads) await read([...records], source);
    expect(await courses()).toMatchObject([{ title: 'Mathematics' }]);
    const { courseId } = await database.db
      .selectFrom('core.course')
      .select('courseId')
      .where('institutionId', '=', institutionId)
      .executeTakeFirstOrThrow();
    for (const table of ['core.post', 'core.enrolment', 'core.activity'] as const) {
      const rows = await database.db
        .selectFrom(table)
        .select('courseId')
        .where('institutionId', '=', institutionId)
        .where('supersededAt', 'is', null)
        .execute();
      expect(rows).toEqual([{ courseId }]);
    }
    const people = await database.db
      .selectFrom('core.participant')
      .select(['courseId', 'basis'])
      .where('institutionId', '=', institutionId)
      .orderBy('basis')
      .execute();
    expect(people).toEqual([
      { courseId, basis: 'provisional' },
      { courseId, basis: 'roster' },
    ]);
  });
});
