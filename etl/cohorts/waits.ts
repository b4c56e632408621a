import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import type { Waiting } from '../measures/kaplan-meier.ts';

interface Row {
  /** Last course week in which they were seen anywhere; null: never, which is no data and not leaving. */
  readonly lastActive: number | null;
  /** The last week of the course that is known; weeks count from 1. */
  readonly lastKnown: number;
  /** First week of standing out, and the first after it of not standing out; null: never. */
  readonly stoodOut: number | null;
  readonly back: number | null;
}

/** Two silent weeks at the end of what is known are leaving; one may be a holiday. */
const silentWeeks = 2;

export interface CohortWaits {
  /** Course weeks until somebody was seen for the last time. Whoever was seen lately is still watched. */
  readonly retention: readonly Waiting[];
  /** Weeks from standing out as perhaps unconnected to not doing so any more, of those who ever did. */
  readonly reconnection: readonly Waiting[];
}

/** Of the members that figures rest on, aligned by course week; people who opted out since are left out at once. */
export async function waitsOf(db: Db, institutionId: number, cohortId: number): Promise<CohortWaits> {
  const { rows } = await sql<Row>`
    with
      member as materialized (
        select m.course_id, m.person_id
        from insight.cohort_member as m
        where m.institution_id = ${institutionId} and m.cohort_id = ${cohortId} and m.counted and not exists (
          select from core.opted_out as o
          where o.institution_id = m.institution_id and o.person_id = m.person_id and o.course_id in (0, m.course_id)
        )
      ),
      weeks as materialized (
        select one.course_id, one.person_id, one.week, one.as_of, one.band, (one.indicators ->> 'recency_days')::float8 as recency
        from member
        join insight.learner_week as one on one.course_id = member.course_id and one.person_id = member.person_id
        where one.institution_id = ${institutionId} and one.state <> 'not_enrolled'
      ),
      seen as materialized (
        select course_id, author_id as person_id, occurred_at from core.known_post
        where institution_id = ${institutionId} and course_id in (select course_id from member)
        union all
        select course_id, person_id, occurred_at from core.known_presence
        where institution_id = ${institutionId} and course_id in (select course_id from member)
          and status in ('present', 'late', 'remote')
      ),
      active as (
        select course_id, person_id, week from weeks where recency < 7
        union
        select weeks.course_id, weeks.person_id, weeks.week
        from weeks
        join seen on seen.course_id = weeks.course_id and seen.person_id = weeks.person_id
          and seen.occurred_at >= weeks.as_of - interval '7 days' and seen.occurred_at < weeks.as_of
      ),
      last_active as (select course_id, person_id, max(week) as week from active group by course_id, person_id),
      first_out as (
        select course_id, person_id, min(week) as week from weeks
        where band in ('elevated', 'high') group by course_id, person_id
      ),
      known as (select course_id, max(week) as week from weeks group by course_id)
    select
      last_active.week::int as last_active, known.week::int as last_known, first_out.week::int as stood_out,
      (min(weeks.week) filter (where weeks.week > first_out.week and weeks.band in ('connected', 'watch')))::int as back
    from weeks
    join known on known.course_id = weeks.course_id
    left join last_active on last_active.course_id = weeks.course_id and last_active.person_id = weeks.person_id
    left join first_out on first_out.course_id = weeks.course_id and first_out.person_id = weeks.person_id
    group by weeks.course_id, weeks.person_id, last_active.week, known.week, first_out.week`.execute(db);
  return {
    retention: rows.flatMap(({ lastActive, lastKnown }) => {
      if (lastActive === null) return [];
      const left = lastKnown - lastActive >= silentWeeks;
      return [{ time: left ? lastActive : lastKnown, happened: left }];
    }),
    reconnection: rows.flatMap(({ stoodOut, back, lastKnown }) =>
      stoodOut === null ? [] : [{ time: (back ?? lastKnown) - stoodOut, happened: back !== null }],
    ),
  };
}
