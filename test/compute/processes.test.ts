import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { coursesToCompute } from '@kith/etl/compute/queue.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { smallCourse } from '../support/small-course.ts';
import { storedNumbers } from '../support/stored-numbers.ts';

const now = new Date('2026-02-02T06:00:00Z');
let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  const courses = Array.from({ length: 8 }, (_, index) => `c${String(index)}`);
  await loadRecords(database.db, institutionId, courses.flatMap(aCourse));
});
afterAll(() => database.drop());

/** The small course under another key; its people are the same. */
const aCourse = (course: string): RecordInput[] =>
  smallCourse().map((record) => {
    if (record.type === 'person') return record;
    if (record.type === 'course') return { ...record, key: course };
    const parent = 'parent' in record ? { parent: `${course} ${String(record.parent)}` } : {};
    return { ...record, course, key: `${course} ${record.key}`, ...parent };
  });

test('two processes store what one does, and a course that fails fails alone', async () => {
  const { db, owner } = database;
  expect(await compute(db, institutionId, { now, all: true })).toMatchObject({ courses: 8, weeks: 32, failed: [] });
  const alone = await storedNumbers(db, institutionId);
  expect(alone.learnerWeek).toHaveLength(8 * 4 * 10);

  const { rows } = await sql<{ courseId: number }>`
    select course_id from core.course where kind = 'course' order by course_id offset 3 limit 1`.execute(owner);
  const broken = rows[0]!.courseId;
  // A zone that no clock knows.
  await sql`update core.course set timezone = 'Mars/Olympus' where course_id = ${broken}`.execute(owner);
  const seen: number[] = [];
  const report = await compute(db, institutionId, {
    now,
    all: true,
    processes: 2,
    onCourse: (done) => seen.push(done),
  });
  expect(report).toMatchObject({ courses: 7, weeks: 28, failed: [{ courseId: broken }] });
  expect(report.failed[0]!.message).toContain('Mars/Olympus');
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await storedNumbers(db, institutionId)).toEqual(alone);

  await sql`update core.course set timezone = 'UTC' where course_id = ${broken}`.execute(owner);
  expect(await compute(db, institutionId, { now, all: true, processes: 2 })).toMatchObject({ courses: 8, failed: [] });
  expect(await storedNumbers(db, institutionId)).toEqual(alone);
}, 300_000);

test('the largest courses are computed first, then the older ones', async () => {
  const other = await freshDatabase();
  const institution = await makeInstitution(other.db);
  const sizes = { small: 2, large: 9, middle: 5, alike: 5 };
  const records = Object.entries(sizes).flatMap(([course, learners]): RecordInput[] => [
    { type: 'course', key: course, title: course, startsOn: '2026-01-05', timezone: 'UTC' },
    ...Array.from({ length: learners }, (_, place) => `${course} ${String(place)}`).flatMap((person): RecordInput[] => [
      { type: 'person', key: person },
      { type: 'enrolment', key: person, course, person, role: 'learner' },
    ]),
  ]);
  expect(await loadRecords(other.db, institution, records)).toMatchObject({ state: 'visible', rejected: 0 });
  const courses = await coursesToCompute(other.db, institution, { all: true });
  const { rows } = await sql<{ courseId: number; key: string }>`
    select course_id, title as key from core.course where institution_id = ${institution}`.execute(other.owner);
  const keyOf = new Map(rows.map(({ courseId, key }) => [courseId, key]));
  await other.drop();
  expect(courses.map(({ courseId }) => keyOf.get(courseId))).toEqual(['large', 'middle', 'alike', 'small']);
});
