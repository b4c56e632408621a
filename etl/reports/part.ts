import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** What a report is of. */
export interface ReportPart {
  readonly institutionId: number;
  /** Node; 0: the whole institution. */
  readonly unitId: number;
  /** The one course it is of; null: all below the node. */
  readonly courseId: number | null;
}

/** From one Monday to another, both in it; null: as far as there are numbers. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** Mondays of the weeks of a part that have numbers, oldest first. */
export async function weeksOf(
  db: Db,
  { institutionId, unitId, courseId }: ReportPart,
  { from, to }: Span,
): Promise<string[]> {
  const { rows } = await sql<{ week: string }>`
    select distinct week.week_start::text as week
    from insight.unit_course as below
    join insight.course_week as week on week.institution_id = below.institution_id and week.course_id = below.course_id
    where below.institution_id = ${institutionId} and below.unit_id = ${unitId}
      and (${courseId}::bigint is null or below.course_id = ${courseId})
      and (${from}::date is null or week.week_start >= ${from}) and (${to}::date is null or week.week_start <= ${to})
    order by 1`.execute(db);
  return rows.map(({ week }) => week);
}

/** What it is called; null: there is no such part. */
export async function titleOf(db: Db, { institutionId, unitId, courseId }: ReportPart): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select coalesce(course.title, unit.title, place.title) as title
    from core.institution as place
    left join core.unit as unit on unit.institution_id = place.institution_id and unit.unit_id = ${unitId}
    left join core.course as course on course.institution_id = place.institution_id and course.course_id = ${courseId}
    where place.institution_id = ${institutionId}
      and (${unitId} = 0 or unit.unit_id is not null) and (${courseId}::bigint is null or course.course_id is not null)`.execute(
    db,
  );
  return rows[0]?.title ?? null;
}

/** The nearest node above a course; 0 where it hangs nowhere. */
export async function unitOfCourse(db: Db, institutionId: number, courseId: number): Promise<number> {
  const { rows } = await sql<{ unitId: number }>`
    select unit_id from insight.unit_course
    where institution_id = ${institutionId} and course_id = ${courseId} and direct`.execute(db);
  return rows[0]?.unitId ?? 0;
}
