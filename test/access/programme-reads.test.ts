import { programme } from '@kith/api/queries/programmes/programme.ts';
import { select } from '@kith/api/queries/select.ts';
import { settingsOf } from '@kith/api/reader.ts';
import { reading, within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

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
  const { owner } = kith.database;
  const place = sql`institution_id = ${kith.institutionId} and course_id = ${kith.own.courseId}`;
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
    where table_schema = 'insight' and table_name = 'course_week'
      and column_name not in ('institution_id', 'course_id', 'week', 'week_start', 'as_of')`.execute(owner);
  const rest = sql.raw(rows[0]!.columns);
  await sql`
    with
    made as (
      insert into core.course (institution_id, kind, title, unit_id, starts_on, dates_basis, settings, created_at)
      select ${kith.institutionId}, 'course', 'Copy ' || n, ${kith.humanities}, '2026-01-05', 'set', '{}', now()
      from generate_series(3, ${courses}) as n
      returning course_id
    ),
    placed as (
      insert into insight.unit_course (institution_id, unit_id, course_id, direct)
      select ${kith.institutionId}, ${kith.humanities}, course_id, true from made
    )
    insert into insight.course_week (institution_id, course_id, week, week_start, as_of, ${rest})
    select
      ${kith.institutionId}, made.course_id, n, '2026-01-05'::date + 7 * (n - 1), '2026-01-12'::date + 7 * (n - 1), ${rest}
    from made
    cross join generate_series(1, ${weeks}) as n
    cross join (select * from insight.course_week where ${place} order by week desc limit 1) as one`.execute(owner);
  await sql`select ops.refresh_course_access(${kith.institutionId})`.execute(owner);
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
