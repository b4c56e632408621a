import { compute } from '@kith/etl/compute/compute.ts';
import { queueClosedWeeks } from '@kith/etl/jobs/closed-weeks.ts';
import { startWorker } from '@kith/etl/jobs/worker.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { addCourse, setCourse } from '@kith/etl/organisation/set-course.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let institutionId: number;

beforeEach(async () => {
  database = await freshDatabase();
  ({ institutionId } = await makeInstitution(database.db, { key: 'u', title: 'U', timezone: 'UTC' }));
});
afterEach(() => database.drop());

async function course(code: string, endsOn: string | undefined, timezone: string): Promise<number> {
  const courseId = await addCourse(database.db, institutionId, code, {});
  await setCourse(database.db, institutionId, courseId, {
    startsOn: '2026-03-02',
    timezone,
    ...(endsOn && { endsOn }),
  });
  return courseId;
}

const computeAt = (now: string) => compute(database.db, institutionId, { now: new Date(now), all: true });

/** Courses queued at an instant, with the week; the queue is empty again afterwards. */
async function queuedAt(now: string): Promise<[courseId: number, week: string][]> {
  await queueClosedWeeks(database.db, new Date(now));
  const rows = await database.db.deleteFrom('ops.dirtyWeek').returning(['courseId', 'weekStart']).execute();
  return rows.map(({ courseId, weekStart }): [number, string] => [courseId, weekStart]).sort(([a], [b]) => a - b);
}

test('a week closes when the clocks of the course say so, and is queued once', async () => {
  const [tokyo, quito] = [
    await course('a', undefined, 'Asia/Tokyo'),
    await course('b', undefined, 'America/Guayaquil'),
  ];
  await computeAt('2026-03-10T12:00:00Z');
  expect(await queuedAt('2026-03-15T14:59:00Z')).toEqual([]);
  expect(await queuedAt('2026-03-15T15:00:00Z')).toEqual([[tokyo, '2026-03-09']]);
  await computeAt('2026-03-15T15:00:00Z');
  expect(await queuedAt('2026-03-16T04:59:00Z')).toEqual([]);
  expect(await queuedAt('2026-03-16T05:00:00Z')).toEqual([[quito, '2026-03-09']]);
});

test('a course that is over, or was over when it was computed, has no more weeks to close', async () => {
  const ends = await course('a', '2026-03-15', 'UTC');
  await course('b', '2026-03-08', 'UTC');
  await computeAt('2026-03-12T12:00:00Z');
  expect(await queuedAt('2026-03-16T00:00:00Z')).toEqual([[ends, '2026-03-09']]);
  await computeAt('2026-03-16T00:00:00Z');
  expect(await queuedAt('2026-03-23T00:00:00Z')).toEqual([]);
});

test('without an end a course goes on until it has been quiet for four weeks', async () => {
  const quiet = await course('a', undefined, 'UTC');
  await computeAt('2026-03-25T12:00:00Z');
  expect(await queuedAt('2026-03-30T00:00:00Z')).toEqual([[quiet, '2026-03-23']]);
  await computeAt('2026-06-01T12:00:00Z');
  expect(await queuedAt('2026-06-08T00:00:00Z')).toEqual([]);
});

test('before its first week has closed a course waits for it', async () => {
  const first = await course('a', undefined, 'UTC');
  await computeAt('2026-03-04T12:00:00Z');
  expect(await queuedAt('2026-03-08T23:59:00Z')).toEqual([]);
  expect(await queuedAt('2026-03-09T00:00:00Z')).toEqual([[first, '2026-03-02']]);
});

test('the worker closes what closed while it stood still', async () => {
  const courseId = await course('a', '2026-03-29', 'UTC');
  await computeAt('2026-03-20T12:00:00Z');
  const worker = await startWorker({ jobsUrl: database.urls.jobs, db: database.db, tell: () => undefined });
  const weeks = () =>
    database.db.selectFrom('insight.courseWeek').select('week').where('courseId', '=', courseId).execute();
  await vi.waitFor(async () => expect(await weeks()).toHaveLength(4), { timeout: 60_000, interval: 100 });
  await worker.stop();
});
