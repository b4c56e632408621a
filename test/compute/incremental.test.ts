import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { queueWeeks } from '@kith/etl/organisation/set-course.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords } from '../support/load-records.ts';
import { at, exchange, person, smallCourse } from '../support/small-course.ts';
import { storedNumbers } from '../support/stored-numbers.ts';
import { loads } from './random-loads.ts';

/** Monday morning after a week of the course. */
const closing = (week: number): Date => new Date(at(week * 7, 6));

/** A property of whole loads is dear: more runs, if wanted, by KITH_RUNS. */
const numRuns = Number(process.env.KITH_RUNS ?? 20);

let database: FreshDatabase;
let institutionId: number;
let made = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A university of its own with one course of three weeks, computed. */
async function fresh(): Promise<void> {
  made += 1;
  const key = `u${String(made)}`;
  ({ institutionId } = await makeInstitution(database.db, { key, title: key, timezone: 'UTC' }));
  await load(smallCourse({ weeks: 3 }));
  expect(await bringUpToDate(3)).toBe(3);
}

const load = async (records: readonly RecordInput[]): Promise<void> => {
  expect((await loadRecords(database.db, institutionId, records)).state).toMatch(/visible|staged/);
};

/** Computes what changed, at the end of a week. How many weeks that were. */
async function bringUpToDate(week: number, all = false): Promise<number> {
  // A week that closes without a load is nobody's news: the worker asks for it, and so does this.
  const { rows } = await sql<{ courseId: number }>`
    select course_id from core.course where institution_id = ${institutionId} and kind = 'course'`.execute(database.db);
  const courseIds = rows.map(({ courseId }) => courseId);
  const { weeks, failed } = await compute(database.db, institutionId, { now: closing(week), courseIds, all });
  expect(failed).toEqual([]);
  return weeks;
}

async function likeComputedWhole(week: number): Promise<void> {
  const changed = await storedNumbers(database.db, institutionId);
  await bringUpToDate(week, true);
  expect(changed).toEqual(await storedNumbers(database.db, institutionId));
}

test('computing what changed gives what computing everything gives, after any loads in any order', async () => {
  await fc.assert(
    fc.asyncProperty(loads, async (steps) => {
      await fresh();
      for (const { records, week } of steps) {
        await load(records);
        await bringUpToDate(week);
      }
      await likeComputedWhole(steps.at(-1)!.week);
    }),
    { numRuns, endOnFailure: true },
  );
}, 900_000);

test.each<[string, RecordInput[], number]>([
  ['nothing', [], 0],
  ['the same rows again', smallCourse({ weeks: 3 }), 0],
  ['a post of the last week', exchange('l1', 'l5', 17), 1],
  ['a late post of the second', exchange('l1', 'l5', 10), 2],
  ['something before the course', exchange('l1', 'l5', -3), 3],
  ['something of a week that is not closed', exchange('l1', 'l5', 22), 0],
  ['a learner who joins in the last week', person('late', 'learner', at(15)), 3],
])('%s', async (_, records, weeks) => {
  await fresh();
  if (records.length > 0) await load(records);
  expect(await bringUpToDate(3)).toBe(weeks);
  await likeComputedWhole(3);
});

test('a week that closes is computed on the weeks that stand, which are not written again', async () => {
  await fresh();
  await load(exchange('l2', 'l3', 23));
  expect(await bringUpToDate(5)).toBe(2);
  const { rows } = await sql<{ week: number; at: Date }>`
    select week, computed_at as at from insight.course_week
    where institution_id = ${institutionId} order by week`.execute(database.db);
  expect(rows.map((row) => row.at)).toEqual([3, 3, 3, 5, 5].map(closing));
  await likeComputedWhole(5);
});

test('a week that a load is just queueing again stays queued by a computation that cannot see the load', async () => {
  await fresh();
  const { db } = database;
  const { courseId } = await db
    .selectFrom('core.course')
    .select('courseId')
    .where('institutionId', '=', institutionId)
    .where('kind', '=', 'course')
    .executeTakeFirstOrThrow();
  await queueWeeks(db, institutionId, courseId);
  const coming = await db.startTransaction().execute();
  await queueWeeks(coming, institutionId, courseId);
  await bringUpToDate(3);
  await coming.commit().execute();
  const queued = await db.selectFrom('ops.dirtyWeek').selectAll().where('courseId', '=', courseId).execute();
  expect(queued.length).toBeGreaterThan(0);
  await bringUpToDate(3);
  expect(await db.selectFrom('ops.dirtyWeek').selectAll().where('courseId', '=', courseId).execute()).toEqual([]);
});

test('a programme has no weeks of its own: nothing of it stays queued, or its numbers would be called old for ever', async () => {
  await fresh();
  await load([
    { type: 'course', key: 'bsc', title: 'BSc', kind: 'programme', startsOn: '2026-01-05' },
    { type: 'enrolment', key: 'l1 in bsc', course: 'bsc', person: 'l1', role: 'learner', from: at(0) },
  ]);
  const queued = () => database.db.selectFrom('ops.dirtyWeek').selectAll().where('institutionId', '=', institutionId);
  expect(await queued().execute()).not.toEqual([]);
  await bringUpToDate(3);
  expect(await queued().execute()).toEqual([]);
});
