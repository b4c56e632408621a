import { compute } from '@kith/etl/compute/compute.ts';
import { computeCourse } from '@kith/etl/compute/compute-course.ts';
import { applyRetention, keepFor, retentionOf } from '@kith/etl/rights/retention.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { retentionClasses } from '@kith/etl/rights/retention-classes.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { courseStart, smallCourse } from '../support/small-course.ts';

let database: FreshDatabase;
let institutionId: number;
const year = 365 * 86_400_000;
const at = new Date(Date.parse(`${courseStart}T00:00:00Z`) + 4 * year);

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  const [course, ...rest] = smallCourse();
  // One that ended within the month, one that is still on when what is too old is removed.
  await loadRecords(database.db, institutionId, [
    { ...course, endsOn: '2026-02-01' } as RecordInput,
    ...rest,
    { type: 'course', key: 'd', title: 'Still on', startsOn: '2029-12-01', endsOn: '2031-01-01', timezone: 'UTC' },
    { type: 'enrolment', key: 'l0 d', course: 'd', person: 'l0', role: 'learner' },
  ]);
  const { courseId } = await database.owner
    .selectFrom('core.course')
    .select('courseId')
    .where('title', '=', 'Small course')
    .executeTakeFirstOrThrow();
  const shape = { institutionId, courseId, startsOn: courseStart, endsOn: '2026-02-01', timezone: 'UTC' };
  await computeCourse(database.db, shape, new Date('2026-02-02T00:00:00Z'));
  // What staff did there, of somebody who is in another course still.
  await sql`
    with one as (
      select p.institution_id, p.course_id, p.person_id from core.participant as p
        join identity.person as i using (institution_id, person_id)
      where p.course_id = ${courseId} and i.display_name = 'Name of l0'),
    noted as (
      insert into care.note_text (institution_id, course_id, note_id, revision, person_id, author_id, level, body, written_at, reader_ids)
      select institution_id, course_id, 1, 1, person_id, 1, 'normal', 'Has moved.', now(), '{}' from one),
    opened as (
      insert into care.case_file (institution_id, course_id, person_id, state, raised_by, raised_at, concern)
      select institution_id, course_id, person_id, 'open', 1, now(), 'Knows nobody.' from one)
    insert into care.contact (institution_id, course_id, person_id, by_person_id, at, noted_at, channel, sent_by_kith, patterns)
    select institution_id, course_id, person_id, 1, now(), now(), 'call', false, '{}' from one`.execute(database.owner);
  await sql`
    insert into insight.session_stay (institution_id, course_id, event_ref, person_id, occurred_at, people, seconds, staff)
    select institution_id, course_id, 'session:1', person_id, now(), 2, 3600, false from core.participant
    where course_id = ${courseId} limit 2`.execute(database.owner);
});
afterAll(() => database.drop());

const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.owner)).rows[0]!.n;
const apply = (dryRun: boolean) => applyRetention(database.db, { institutionId, at, dryRun });
const of = (removed: Awaited<ReturnType<typeof apply>>, name: string) =>
  removed.find((each) => each.class === name)!.rows;

test('every class has days, and what the institution says comes before the default', async () => {
  expect((await retentionOf(database.db, institutionId)).map((line) => line.class)).toEqual(
    retentionClasses.map(({ name }) => name),
  );
  await keepFor(database.db, institutionId, 'course_facts', 5 * 365, new Date());
  expect(await retentionOf(database.db, institutionId)).toContainEqual(
    expect.objectContaining({ class: 'course_facts', days: 1825, chosen: true }),
  );
  expect(of(await apply(true), 'course_facts')).toEqual({}); // four years are less than five
  await keepFor(database.db, institutionId, 'course_facts', undefined, new Date());
  await expect(keepFor(database.db, institutionId, 'cours_facts', 1, new Date())).rejects.toThrow('no class of data');
});

test('a dry run gives the numbers of the real one and removes nothing', async () => {
  const before = await Promise.all(['core.post', 'insight.learner_week', 'identity.person'].map(count));
  const dry = await apply(true);
  expect(of(dry, 'course_facts')).toMatchObject({
    'core.post': 80,
    'insight.learner_week': 40,
    'insight.session_stay': 2,
    'care.contact': 1,
  });
  expect(of(dry, 'people')).toMatchObject({ 'identity.person': 10, 'core.person': 10 });
  expect(await Promise.all(['core.post', 'insight.learner_week', 'identity.person'].map(count))).toEqual(before);
  expect((await apply(false)).map(({ rows }) => rows)).toEqual(dry.map(({ rows }) => rows));
});

test('learners of the course that ended are gone, its aggregates stay, and a second time removes nothing', async () => {
  const tables = [
    'core.post',
    'core.activity',
    'insight.learner_week',
    'insight.tie_event',
    'insight.session_stay',
    'identity.person',
  ];
  expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0, 0, 0, 1]); // l0 is in a course that is still on
  expect(await Promise.all(['care.note_text', 'care.case_file', 'care.contact'].map(count))).toEqual([0, 0, 0]);
  expect(await count('insight.course_week')).toBe(4);
  expect((await apply(false)).flatMap(({ rows }) => Object.keys(rows))).toEqual([]);
});

test('computing everything again leaves the weeks of that course as they are', async () => {
  const weeks = async () => {
    const { rows } = await sql`
      select week.* from insight.course_week as week join core.course as course using (institution_id, course_id)
      where course.title = 'Small course' order by week`.execute(database.owner);
    return rows;
  };
  const before = await weeks();
  await compute(database.db, institutionId, { all: true, now: at });
  expect(await weeks()).toEqual(before);
  expect(before).toHaveLength(4);
});

test('the log of looks keeps its chain when its beginning is too old', async () => {
  const hours = [3, 2].map((back) => new Date(Date.now() - back * 3_600_000));
  for (const hour of [new Date(Date.now() - 50 * 3_600_000), ...hours]) {
    await sql`
      insert into ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
      values (${institutionId}, ${hour}, 1, 'sign_in', '{}', 'link')`.execute(database.owner);
  }
  await sql`select ops.seal_access_log(${institutionId})`.execute(database.db);
  const now = new Date();
  await keepFor(database.db, institutionId, 'access_log', 1, now);
  const removed = await applyRetention(database.db, { institutionId, at: now, dryRun: false });
  expect(of(removed, 'access_log')).toMatchObject({ 'ops.access_log': 1 });
  const { rows: broken } = await sql`select * from ops.broken_seals(${institutionId})`.execute(database.db);
  expect([await count('ops.access_log'), broken]).toEqual([2, []]);
});
