import { compute } from '@kith/etl/compute/compute.ts';
import { bulkActivity, copyActivity, type BulkPlace } from '@kith/etl/simulate/bulk-activity.ts';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { university } from '../support/university.ts';

let database: FreshDatabase;
let place: BulkPlace;
beforeAll(async () => {
  database = await freshDatabase();
  const { institutionId, sourceId, own, sibling } = await university(database.db);
  const { rows } = await sql<{ courseId: number; accountIds: number[]; from: number; runId: number }>`
    select course.course_id, extract(epoch from course.starts_on::timestamptz)::float8 * 1000 as "from",
      array_agg(enrolment.account_id order by enrolment.account_id) as account_ids,
      (select max(run_id) from ops.run) as run_id
    from core.course as course
    join core.enrolment as enrolment using (institution_id, course_id)
    where enrolment.role = 'learner' and course.course_id in (${own.courseId}, ${sibling.courseId})
    group by course.institution_id, course.course_id, course.starts_on`.execute(database.owner);
  const courses = rows.map((row) => ({ ...row, to: row.from + 21 * 86_400_000 }));
  place = { institutionId, sourceId, runId: rows[0]?.runId ?? 1, courses };
});
afterAll(() => database.drop());

test('the same seed gives the same rows, so many as were asked for', () => {
  const text = (seed: number) => [...bulkActivity(place, 1001, seed)].join('');
  expect(text(1)).toBe(text(1));
  expect(text(2)).not.toBe(text(1));
  expect(text(1).split('\n')).toHaveLength(1002);
});

test('rows go straight into the ledger, and computing reads them', async () => {
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    await copyActivity(client, place, 20_000);
  } finally {
    await client.end();
  }
  const { rows } = await sql<{ facts: number; people: number }>`
    select count(*)::int as facts, count(distinct person_id)::int as people from core.known_activity`.execute(
    database.owner,
  );
  expect(rows[0]!.facts).toBe(20_000);
  expect(rows[0]!.people).toBe(place.courses.reduce((sum, { accountIds }) => sum + accountIds.length, 0));
  const report = await compute(database.db, place.institutionId, { all: true });
  expect(report.failed).toEqual([]);
});

test('nobody does nothing anywhere', async () => {
  await expect(copyActivity(new Client(), { ...place, courses: [] }, 1)).rejects.toThrow(RangeError);
});
