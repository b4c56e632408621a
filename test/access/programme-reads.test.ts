import { programme } from '@kith/api/queries/programmes/programme.ts';
import { select } from '@kith/api/queries/select.ts';
import { settingsOf } from '@kith/api/reader.ts';
import { reading, within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { copyCourses } from '../support/copied-courses.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';

/** A programme of two thousand courses of fifteen weeks, each a copy of one that was computed. */
const [courses, weeks] = [2000, 15];
/** What a programme page may read: what is stored of weeks, and what courses, terms and nodes are called. */
const rollUps = [
  'core.course',
  'core.institution',
  'core.term',
  'core.unit',
  'insight.course_week',
  'insight.unit_course',
  'insight.unit_week',
];

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
  // Two are there already.
  await copyCourses(kith.database.owner, {
    institutionId: kith.institutionId,
    courseId: kith.own.courseId,
    unitId: kith.humanities,
    courses: courses - 2,
    weeks,
  });
}, 300_000);
afterAll(() => kith.close());

test('a programme of two thousand courses is answered from what is stored of weeks: no fact is touched', async () => {
  const reader = await readerOf(kith, 'lead');
  expect(reader.aggregateCourses.length).toBe(courses);
  const { page, touched } = await reading(kith.appDb, settingsOf(reader), async (db) => {
    const answer = await programme(db, kith.humanities);
    // What this transaction has read, counted by the database itself: whatever plan it chose.
    const rows = await select<{ name: string }>(
      db,
      sql`
        select schemaname || '.' || relname as name from pg_stat_xact_user_tables
        where coalesce(seq_scan, 0) + coalesce(idx_scan, 0) > 0 order by 1`,
    );
    return { page: answer!, touched: rows.map(({ name }) => name) };
  });
  expect(page.courses.length).toBe(courses);
  expect(page.courses.filter((course) => course.weeks.length === weeks).length).toBe(courses - 2);
  expect(touched).toEqual(expect.arrayContaining(['insight.course_week', 'insight.unit_week']));
  expect(touched.filter((name) => !rollUps.includes(name))).toEqual([]);
});

test('the count would see a fact that is read', async () => {
  const reader = await readerOf(kith, 'instructor');
  const touched = await within(kith.appDb, settingsOf(reader), async (tx) => {
    await sql`select count(*) from insight.learner_week`.execute(tx);
    const { rows } = await sql<{ name: string }>`
      select schemaname || '.' || relname as name from pg_stat_xact_user_tables
      where coalesce(seq_scan, 0) + coalesce(idx_scan, 0) > 0`.execute(tx);
    return rows.map(({ name }) => name);
  });
  expect(touched).toContain('insight.learner_week');
});
