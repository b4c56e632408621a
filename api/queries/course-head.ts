import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { CourseHead } from '../contract/course.ts';
import { select } from './select.ts';

type Head = z.output<typeof CourseHead>;

/** The columns of a course's head, for `core.course as course`. Row-level security leaves only courses of the reader. */
export const headColumns = sql`
  course.course_id, course.title, course.code, term.title as term, unit.title as programme,
  course.starts_on, calendar.last_on as ends_on, calendar.ended, coalesce(course.timezone, institution.timezone) as timezone, course.dates_basis,
  course.url, computation.computed_at,
  exists (
    select from ops.dirty_week as dirty
    where dirty.institution_id = course.institution_id and dirty.course_id = course.course_id
  ) as stale,
  (
    select json_build_object('runId', run.run_id, 'source', source.name, 'message', run.message)
    from core.course_key as known
    join ops.run as run on run.institution_id = known.institution_id and run.source_id = known.source_id
    join ops.source as source on source.institution_id = run.institution_id and source.source_id = run.source_id
    where known.institution_id = course.institution_id and known.course_id = course.course_id and run.state = 'staged'
    order by run.run_id desc
    limit 1
  ) as red_run`;

export const headTables = sql`
  core.course as course
  join core.course_calendar as calendar
    on calendar.institution_id = course.institution_id and calendar.course_id = course.course_id
  join core.institution as institution on institution.institution_id = course.institution_id
  left join core.term as term on term.institution_id = course.institution_id and term.term_id = course.term_id
  left join core.unit as unit on unit.institution_id = course.institution_id and unit.unit_id = course.unit_id
  left join insight.computation as computation
    on computation.institution_id = course.institution_id and computation.course_id = course.course_id`;

/** What the database gives: instants are Dates. */
export type HeadRow = Omit<Head, 'computedAt'> & { computedAt: Date | null };

export const headOf = ({ computedAt, ...head }: HeadRow): Head => ({
  ...head,
  computedAt: computedAt?.toISOString() ?? null,
});

/** One course's head; undefined where there is none for this reader. */
export async function courseHead(db: ReadDb, courseId: number): Promise<Head | undefined> {
  const [row] = await select<HeadRow>(
    db,
    sql`select ${headColumns} from ${headTables} where course.course_id = ${courseId}`,
  );
  return row && headOf(pickHead(row));
}

/** Only the head's own fields, where a row carries more. */
export function pickHead(row: HeadRow): HeadRow {
  const {
    courseId,
    title,
    code,
    term,
    programme,
    startsOn,
    endsOn,
    ended,
    timezone,
    datesBasis,
    url,
    computedAt,
    stale,
    redRun,
  } = row;
  return {
    courseId,
    title,
    code,
    term,
    programme,
    startsOn,
    endsOn,
    ended,
    timezone,
    datesBasis,
    url,
    computedAt,
    stale,
    redRun,
  };
}
