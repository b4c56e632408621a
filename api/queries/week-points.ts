import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { getCourseWeek } from '../contract/course.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { healthPoint } from './health.ts';
import { select } from './select.ts';

type Points = ResponseOf<typeof getCourseWeek>['weeks'];
type Counts = NonNullable<ResponseOf<typeof getCourseWeek>['counts']>;

/** One point a week for the slider and its small chart, oldest first. */
export async function weekPoints(db: ReadDb, courseId: number, counts: ReadonlyMap<string, Counts>): Promise<Points> {
  const rows = await select<{
    week: number;
    weekStart: string;
    learners: number;
    scored: number;
    access: number | null;
    posts: number;
    definitionVersion: number;
    health: Points[number]['health'];
  }>(
    db,
    sql`
      select
        week.week, week.week_start, week.learners, week.scored, week.definition_version,
        (week.indicators ->> 'access_share')::float8 as access,
        ${healthPoint(sql`coalesce(own.health, week.health)`)} as health,
        (
          select count(*)::int
          from core.post as post
          where post.institution_id = week.institution_id and post.course_id = week.course_id
            and post.superseded_at is null
            and post.occurred_at >= week.as_of - interval '168 hours' and post.occurred_at < week.as_of
        ) as posts
      from insight.course_week as week
      left join insight.course_immediacy as own
        on own.institution_id = week.institution_id and own.course_id = week.course_id and own.week = week.week
      where week.course_id = ${courseId}
      order by week.week`,
  );
  return rows.map(({ access, ...row }) => ({
    ...row,
    byBand: counts.get(`${String(courseId)}:${String(row.week)}`)?.byBand ?? {},
    activeLearners: access === null ? null : Math.round(access * row.learners),
  }));
}
