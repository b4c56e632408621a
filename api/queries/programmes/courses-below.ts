import { sql } from 'kysely';
import type { z } from 'zod';
import type { HealthWeek } from '@kith/etl/health/about.ts';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ProgrammeCourse as Contract } from '../../contract/programmes.ts';
import { fewest } from '@kith/etl/disclosure/fewest.ts';
import { healthOf, healthPoint } from '../health.ts';
import { select } from '../select.ts';

type Course = z.output<typeof Contract>;

/** The courses below a node, by title, each with the health of its weeks. Reads what is stored of weeks, and no fact. */
export async function coursesBelow(db: ReadDb, unitId: number): Promise<Course[]> {
  const rows = await select<
    Omit<Course, 'health' | 'learners'> & { learners: number; health: HealthWeek; weeks: Course['weeks'] }
  >(
    db,
    sql`
      with
        week as (
          select
            week.course_id, week.week, week.week_start, week.learners, week.health,
            ${healthPoint(sql`week.health`)} as point
          from insight.unit_course as below
          join insight.course_week as week
            on week.institution_id = below.institution_id and week.course_id = below.course_id
          where below.unit_id = ${unitId}
        ),
        term as (
          select
            course_id,
            json_agg(json_build_object('week', week, 'weekStart', week_start, 'health', point) order by week) as weeks,
            max(week) as last
          from week
          group by course_id
        )
      select
        course.course_id, course.title, period.title as term, calendar.ended, term.last as week, term.weeks, week.learners, week.health
      from term
      join week on week.course_id = term.course_id and week.week = term.last
      join core.course as course on course.course_id = term.course_id
      join core.course_calendar as calendar
        on calendar.institution_id = course.institution_id and calendar.course_id = course.course_id
      left join core.term as period
        on period.institution_id = course.institution_id and period.term_id = course.term_id
      order by course.title, course.course_id`,
  );
  return rows.map(({ health, learners, ...course }) => ({
    ...course,
    learners: fewest(learners),
    health: healthOf(health, false),
  }));
}
