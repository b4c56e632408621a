import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { listCourses } from '../contract/course.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { headColumns, headOf, headTables, pickHead, type HeadRow } from './course-head.ts';
import { countsByWeek } from './counts.ts';
import { select } from './select.ts';
import { waitingCounts } from './waiting-posts.ts';

type Summary = ResponseOf<typeof listCourses>[number];

/** The reader's courses: those that run now, those that will, those that have ended; each by title. */
export async function courses(db: ReadDb, learnerCourses: readonly number[]): Promise<Summary[]> {
  const rows = await select<HeadRow & { week: number | null; weeks: number; notices: Summary['notices'] | null }>(
    db,
    sql`
      select ${headColumns}, last.week, last.notices, coalesce(last.weeks, 0)::int as weeks
      from ${headTables}
      left join lateral (
        select week.week, week.notices, count(*) over () as weeks
        from insight.course_week as week
        where week.institution_id = course.institution_id and week.course_id = course.course_id
        order by week.week desc
        limit 1
      ) as last on true
      where course.kind in ('course', 'section', 'micro')
      order by calendar.ended, coalesce(course.starts_on > current_date, false), course.title, course.course_id`,
  );
  const counts = await countsByWeek(
    db,
    rows.map((row) => row.courseId),
    'last',
  );
  const waiting = await waitingCounts(db, learnerCourses);
  return rows.map((row) => ({
    ...headOf(pickHead(row)),
    week: row.week,
    weeks: row.weeks,
    counts: counts.get(`${String(row.courseId)}:${String(row.week)}`) ?? null,
    notices: [...(row.notices ?? []), ...headNotices(row)],
    waitingPosts: learnerCourses.includes(row.courseId) ? (waiting.get(row.courseId) ?? 0) : null,
  }));
}

/** Notices that the course's dates give, beside those of the week. */
export function headNotices({
  datesBasis,
  startsOn,
  ended,
}: Pick<HeadRow, 'datesBasis' | 'startsOn' | 'ended'>): Summary['notices'] {
  const today = new Date().toISOString().slice(0, 10);
  const notices: Summary['notices'] = [];
  if (datesBasis === 'assumed') notices.push('assumed_start');
  if (startsOn !== null && startsOn > today) notices.push('not_started');
  if (ended) notices.push('ended');
  return notices;
}
