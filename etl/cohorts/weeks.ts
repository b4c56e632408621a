import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { leastForShare } from '../disclosure/fewest.ts';
import type { Pool } from '../indicator.ts';
import { addUp } from '../indicators/reading/pool.ts';
import type { Cohort } from './find-members.ts';
import type { CohortWeek } from './told-weeks.ts';

/** Whatever is stored of a cohort's weeks, in order: recomputed from the sums of its learners and posts in every course. */
export async function weeksOf(db: Db, cohort: Cohort): Promise<readonly CohortWeek[]> {
  const { institutionId, cohortId } = cohort;
  const { rows } = await sql<{ week: number; people: number; pools: Record<string, Pool> }>`
    select week, people, pools from insight.cohort_pool
    where institution_id = ${institutionId} and cohort_id = ${cohortId}
    order by week, course_id`.execute(db);
  const close = await weeksTooClose(db, cohort);
  return [...Map.groupBy(rows, ({ week }) => week)].map(([week, parts]) => {
    const ids = new Set(parts.flatMap(({ pools }) => Object.keys(pools)));
    return {
      week,
      people: parts.reduce((sum, { people }) => sum + people, 0),
      pools: Object.fromEntries([...ids].map((id) => [id, addUp(poolsOf(parts, id))])),
      tooClose: close.has(week),
    };
  });
}

const poolsOf = (parts: readonly { readonly pools: Readonly<Record<string, Pool>> }[], id: string): readonly Pool[] =>
  parts.flatMap(({ pools }) => (pools[id] === undefined ? [] : [pools[id]]));

/**
 * Weeks in which this cohort and the earlier ones of its owner, ended ones too, cut out a group of one to nine: two cohorts
 * that are far enough apart as a whole may differ by few in a week that not all courses have. The later one is silent then.
 */
async function weeksTooClose(db: Db, { institutionId, cohortId, ownerId }: Cohort): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ week: number }>`
    with
      earlier as materialized (
        select member.course_id, member.person_id, member.cohort_id
        from insight.cohort as cohort
        join insight.cohort_member as member
          on member.institution_id = cohort.institution_id and member.cohort_id = cohort.cohort_id and member.counted
        where cohort.institution_id = ${institutionId} and cohort.owner_id = ${ownerId} and cohort.cohort_id <= ${cohortId}
      ),
      -- Only cohorts that share somebody with this one can cut it.
      beside as (
        select distinct other.cohort_id
        from earlier as own
        join earlier as other on other.course_id = own.course_id and other.person_id = own.person_id
        where own.cohort_id = ${cohortId}
      ),
      cut as (
        select course_id, person_id, array_agg(distinct cohort_id order by cohort_id) as cohorts
        from earlier where cohort_id in (select cohort_id from beside)
        group by course_id, person_id
      )
    select distinct one.week::int as week
    from cut
    join insight.learner_week as one
      on one.institution_id = ${institutionId} and one.course_id = cut.course_id and one.person_id = cut.person_id
    where one.state <> 'not_enrolled'
    group by one.week, cut.cohorts
    having count(*) < ${leastForShare} and exists (select from beside where cohort_id <> ${cohortId})`.execute(db);
  return new Set(rows.map(({ week }) => week));
}
