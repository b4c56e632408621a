import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ComputedWeek } from '../compute/course.ts';
import type { Course } from '../compute/facts/course.ts';
import { rounded } from '../compute/values.ts';
import { partOf } from './part.ts';

/**
 * Keeps every week's part of what is said of the nodes above, and notes the weeks whose part is another now: only those
 * are rolled up again. Run it in the transaction that stores the course's weeks.
 *
 * @param standing how many weeks before these stand as they are
 */
export async function storeParts(
  db: Db,
  course: Course,
  weeks: readonly ComputedWeek[],
  standing: number,
): Promise<void> {
  const { institutionId, courseId } = course;
  const rows = JSON.stringify(weeks.map(rowOf));
  const { rows: gone } = await sql<{ weekStart: string }>`
    delete from insight.course_pool
    where institution_id = ${institutionId} and course_id = ${courseId} and week > ${standing}
      and week_start <> all (${weeks.map(({ week }) => week.monday)}::date[])
    returning week_start`.execute(db);
  const { rows: changed } = await sql<{ weekStart: string }>`
    insert into insight.course_pool as known (institution_id, course_id, week_start, week, counts, pools, health_index)
    select ${institutionId}, ${courseId}, row.week_start, row.week, row.counts, row.pools, row.health_index
    from jsonb_to_recordset(${rows}::jsonb) as row (week_start date, week int, counts jsonb, pools jsonb, health_index float8)
    on conflict (institution_id, course_id, week_start) do update set
      week = excluded.week, counts = excluded.counts, pools = excluded.pools, health_index = excluded.health_index
    where (known.week, known.counts, known.pools, known.health_index)
      is distinct from (excluded.week, excluded.counts, excluded.pools, excluded.health_index)
    returning week_start`.execute(db);
  await sql`
    insert into insight.roll_up_due (institution_id, course_id, week_start)
    select ${institutionId}, ${courseId}, unnest(${[...gone, ...changed].map(({ weekStart }) => weekStart)}::date[])
    on conflict (institution_id, course_id, week_start) do nothing`.execute(db);
}

function rowOf(week: ComputedWeek): object {
  const { counts, pools, indexes } = partOf(week);
  return {
    week_start: week.week.monday,
    week: week.week.week,
    counts,
    pools,
    health_index: rounded(indexes[0] ?? null),
  };
}
