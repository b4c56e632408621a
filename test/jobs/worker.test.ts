import { setTimeout as sleep } from 'node:timers/promises';

import { compute } from '@kith/etl/compute/compute.ts';
import { makeQueue } from '@kith/etl/jobs/queue.ts';
import { startWorker } from '@kith/etl/jobs/worker.ts';
import { addCourse, setCourse } from '@kith/etl/organisation/set-course.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { connect } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let institutionId: number;

beforeEach(async () => {
  database = await freshDatabase();
  ({ institutionId } = await makeInstitution(database.db, { key: 'u', title: 'U', timezone: 'UTC' }));
});
afterEach(() => database.drop());

/** A course whose weeks are queued, as a load or a change of its dates leaves them. */
async function touchedCourse(code: string): Promise<number> {
  const courseId = await addCourse(database.db, institutionId, code, {});
  await setCourse(database.db, institutionId, courseId, { startsOn: '2026-03-02', endsOn: '2026-03-29' });
  return courseId;
}

const weeksOf = async (courseId: number): Promise<number> =>
  (await database.db.selectFrom('insight.courseWeek').select('week').where('courseId', '=', courseId).execute()).length;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await what()); waited += 50) {
    if (waited > 20_000) throw new Error('It never came.');
    await sleep(50);
  }
}

const start = (tell: (text: string) => void = () => undefined, sweepEvery = 3_600_000) =>
  startWorker({ jobsUrl: database.urls.jobs, db: database.db, tell, sweepEvery });

test('what was touched before it started is computed, and what is touched later, told in the same transaction', async () => {
  const before = await touchedCourse('before');
  const worker = await start();
  await until(async () => (await weeksOf(before)) === 4);
  const later = await touchedCourse('later');
  await until(async () => (await weeksOf(later)) === 4);
  await worker.stop();
  expect(await database.db.selectFrom('ops.dirtyWeek').selectAll().execute()).toEqual([]);
});

test('what nobody told of is found by looking', async () => {
  const worker = await start(undefined, 200);
  const courseId = await touchedCourse('a');
  await until(async () => (await weeksOf(courseId)) === 4);
  await sql`insert into ops.dirty_week (institution_id, course_id, week_start, since)
    values (${institutionId}, ${courseId}, '2026-03-02', now())`.execute(database.db);
  await until(async () => (await database.db.selectFrom('ops.dirtyWeek').select('weekStart').execute()).length === 0);
  await worker.stop();
});

test('a word that is taken back is never heard', async () => {
  await makeQueue(database.urls.jobs);
  await database.db
    .transaction()
    .execute(async (tx) => {
      await sql`select ops.queue_recompute(${institutionId})`.execute(tx);
      throw new Error('taken back');
    })
    .catch(() => undefined);
  const jobs = () => sql<{ payload: unknown }>`select payload from jobs._private_jobs`.execute(database.owner);
  expect((await jobs()).rows).toEqual([]);
  await sql`select ops.queue_recompute(${institutionId})`.execute(database.db);
  await sql`select ops.queue_recompute(${institutionId})`.execute(database.db);
  expect((await jobs()).rows).toEqual([{ payload: { institutionId } }]); // ids only, and once
});

test('only kith_jobs touches the queue, and kith_jobs nothing else', async () => {
  await makeQueue(database.urls.jobs);
  await makeQueue(database.urls.jobs); // a second worker
  const jobs = connect(database.urls.jobs, { max: 1 });
  const app = connect(database.urls.app, { max: 1 });
  const research = connect(database.urls.research, { max: 1 });
  const refused = { code: '42501' };
  await expect(sql`select * from jobs._private_jobs`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`select jobs.add_job('recompute')`.execute(database.db)).rejects.toMatchObject(refused);
  await expect(sql`select ops.queue_recompute(1)`.execute(research)).rejects.toMatchObject(refused);
  await expect(sql`select * from core.course`.execute(jobs)).rejects.toMatchObject(refused);
  await expect(sql`create schema more`.execute(jobs)).rejects.toMatchObject(refused);
  await sql`select ops.queue_recompute(1)`.execute(app);
  await Promise.all([jobs.destroy(), app.destroy(), research.destroy()]);
});

test('two that compute one course at the same instant both succeed', async () => {
  const courseId = await touchedCourse('a');
  const reports = await Promise.all(
    [1, 2, 3].map(() => compute(database.db, institutionId, { courseIds: [courseId] })),
  );
  expect(reports.map(({ failed }) => failed)).toEqual([[], [], []]);
  expect(await weeksOf(courseId)).toBe(4);
});
