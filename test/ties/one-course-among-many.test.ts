import { connect } from '@kith/sql/connect.ts';
import { ties } from '@kith/etl/ties/index.ts';
import { sql } from 'kysely';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { smallCourse } from '../support/small-course.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('the ties of one course are found without reading the accounts of the whole institution', async () => {
  const institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, smallCourse({ weeks: 30 }));
  await sql`
    insert into core.account (institution_id, person_id, source_id, in_roster, created_at)
    select institution_id, person_id, source_id, false, now()
    from (select * from core.account limit 1) as one cross join generate_series(1, 60000)`.execute(database.owner);
  // Somebody else's posts, in a course of their own.
  await sql`
    insert into core.post overriding system value
    select made.*
    from
      (select to_jsonb(post) as row from core.post order by occurred_at, post_id limit 1) as one
      cross join core.account
      cross join lateral jsonb_populate_record(null::core.post, one.row || jsonb_build_object(
        'course_id', 9999, 'post_id', 100000 + account_id, 'key', 'another ' || account_id, 'author_account_id', account_id)) as made`.execute(
    database.owner,
  );
  await sql`analyze`.execute(database.owner);
  const { rows } = await sql<{ courseId: number; posts: number }>`
    select course_id, count(*)::int as posts from core.post where course_id <> 9999 group by course_id`.execute(
    database.owner,
  );
  expect(rows[0]!.posts).toBeGreaterThan(500);
  const etl = connect(database.urls.etl, { max: 1, prepared: true });
  try {
    for (const { sqlFile } of ties) {
      const text = readFileSync(new URL(`../../sql/ties/${sqlFile}`, import.meta.url), 'utf8')
        .replaceAll('$1', String(institutionId))
        .replaceAll('$2', String(rows[0]!.courseId));
      const plan = await sql<Record<string, string>>`explain ${sql.raw(text)}`.execute(etl);
      const lines = plan.rows.flatMap((row) => Object.values(row));
      expect(lines.length, sqlFile).toBeGreaterThan(3);
      expect(
        lines.filter((line) => line.includes('Seq Scan on account')),
        sqlFile,
      ).toEqual([]);
    }
  } finally {
    await etl.destroy();
  }
});
