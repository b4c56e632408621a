import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

interface Copied {
  readonly institutionId: number;
  /** Whose last week is copied. */
  readonly courseId: number;
  /** Node below which the copies hang. */
  readonly unitId: number;
  readonly courses: number;
  readonly weeks: number;
}

/** Many courses of many weeks below a node, each week a copy of one that was computed: what a large programme page reads. */
export async function copyCourses(
  owner: Db,
  { institutionId, courseId, unitId, courses, weeks }: Copied,
): Promise<void> {
  const place = sql`institution_id = ${institutionId} and course_id = ${courseId}`;
  const { rows } = await sql<{ columns: string }>`
    select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
    where table_schema = 'insight' and table_name = 'course_week'
      and column_name not in ('institution_id', 'course_id', 'week', 'week_start', 'as_of')`.execute(owner);
  const rest = sql.raw(rows[0]!.columns);
  await sql`
    with
    made as (
      insert into core.course (institution_id, kind, title, unit_id, starts_on, dates_basis, settings, created_at)
      select ${institutionId}, 'course', 'Copy ' || n, nullif(${unitId}::bigint, 0), '2026-01-05', 'set', '{}', now()
      from generate_series(1, ${courses}) as n
      returning course_id
    ),
    placed as (
      insert into insight.unit_course (institution_id, unit_id, course_id, direct)
      select ${institutionId}, ${unitId}, course_id, true from made
    )
    insert into insight.course_week (institution_id, course_id, week, week_start, as_of, ${rest})
    select ${institutionId}, made.course_id, n, '2026-01-05'::date + 7 * (n - 1), '2026-01-12'::date + 7 * (n - 1), ${rest}
    from made
    cross join generate_series(1, ${weeks}) as n
    cross join (select * from insight.course_week where ${place} order by week desc limit 1) as one`.execute(owner);
  await sql`select ops.refresh_course_access(${institutionId})`.execute(owner);
}
