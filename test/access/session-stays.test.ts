import { settingsOf } from '@kith/api/reader.ts';
import { within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { loadRecords } from '../support/load-records.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import { staffRoles, type StaffRole } from '../support/university.ts';

/** Who was in a live session together, and the ties a view makes of it: seen as ties are, by whoever teaches the course. */
let kith: OpenUniversity;

beforeAll(async () => {
  kith = await openUniversity();
  for (const { courseId, learners } of [kith.own, kith.foreign]) {
    for (const { personId } of learners.slice(0, 3)) {
      await sql`
        insert into insight.session_stay
          (institution_id, course_id, event_ref, person_id, occurred_at, people, seconds, came_at, left_at, staff)
        values (${kith.institutionId}, ${courseId}, 'session:1', ${personId}, now(), 3, 3600, now() - interval '1 hour',
          now(), false)`.execute(kith.database.owner);
    }
  }
});
afterAll(() => kith.close());

/** Stays, and ties of live sessions, that the settings of a role open. */
async function seen(role: StaffRole, courseId: number): Promise<{ stays: number; ties: number }> {
  const who = await readerOf(kith, role);
  return within(kith.appDb, settingsOf(who), async (tx) => {
    const { rows } = await sql<{ stays: number; ties: number }>`
      select
        (select count(*)::int from insight.session_stay where course_id = ${courseId}) as stays,
        (select count(*)::int from insight.tie where course_id = ${courseId} and kind = 'live_session') as ties`.execute(
      tx,
    );
    return rows[0]!;
  });
}

test.each(staffRoles)('the %s sees those of courses whose learners they may see, and of no other', async (role) => {
  const { learnerCourses } = await readerOf(kith, role);
  for (const { courseId } of [kith.own, kith.foreign]) {
    const all = learnerCourses.includes(courseId) ? 3 : 0;
    expect(await seen(role, courseId)).toEqual({ stays: all, ties: all });
  }
});

test('the instructor has their own class and not the other', async () => {
  expect(await seen('instructor', kith.own.courseId)).toEqual({ stays: 3, ties: 3 });
  expect(await seen('instructor', kith.foreign.courseId)).toEqual({ stays: 0, ties: 0 });
});

test('of somebody who opted out nothing is left, nor of those they sat with', async () => {
  const { rows } = await sql<{ key: string }>`
    select key from identity.account where account_id = ${kith.own.learners[0]!.accountId}`.execute(
    kith.database.owner,
  );
  const left = { purpose: 'analytics', granted: false, at: new Date().toISOString() } as const;
  const said = [{ type: 'consent' as const, key: 'left', person: rows[0]!.key, ...left }];
  expect(await loadRecords(kith.database.db, kith.institutionId, said, 'moodle:main')).toMatchObject({ new: 1 });
  expect(await seen('instructor', kith.own.courseId)).toEqual({ stays: 2, ties: 1 });
});
