import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { findMembers, type Cohort, type Member } from './find-members.ts';
import type { Members, SeenBeside } from './too-close.ts';

export const keyOf = ({ courseId, personId }: Member): string => `${String(courseId)}/${String(personId)}`;

/** Writes down who came and who went since the last time, each with the day and why. Twice a day is as good as once. */
export async function noteChanges(db: Db, cohort: Cohort): Promise<Members> {
  const { institutionId, cohortId } = cohort;
  const now = await findMembers(db, cohort);
  const [courses, people] = [now.map(({ courseId }) => courseId), now.map(({ personId }) => personId)];
  await sql`
    with
      now_in as (select * from unnest(${courses}::bigint[], ${people}::bigint[]) as one (course_id, person_id)),
      gone as (
        update insight.cohort_member as member
        set to_day = current_date, reason_out = case when exists (
          select from core.participant as p
          where p.institution_id = member.institution_id and p.course_id = member.course_id
            and p.person_id = member.person_id and p.role = 'learner'
        ) then 'rule' else 'left_course' end
        where member.institution_id = ${institutionId} and member.cohort_id = ${cohortId} and member.to_day is null
          and not exists (
            select from now_in where now_in.course_id = member.course_id and now_in.person_id = member.person_id
          )
      )
    insert into insight.cohort_member (institution_id, course_id, cohort_id, person_id, from_day, reason_in, counted)
    select
      ${institutionId}, now_in.course_id, ${cohortId}, now_in.person_id, current_date,
      case when exists (
        select from insight.cohort_member as any_one
        where any_one.institution_id = ${institutionId} and any_one.cohort_id = ${cohortId}
      ) then 'joined' else 'first' end,
      false
    from now_in
    where not exists (
      select from insight.cohort_member as member
      where member.institution_id = ${institutionId} and member.cohort_id = ${cohortId}
        and member.course_id = now_in.course_id and member.person_id = now_in.person_id
        and (member.to_day is null or member.from_day = current_date)
    )`.execute(db);
  return new Set(now.map(keyOf));
}

/** Whom the figures that are told rest on. */
export async function countedIn(db: Db, { institutionId, cohortId }: Cohort): Promise<Members> {
  const { rows } = await sql<Member>`
    select distinct course_id, person_id from insight.cohort_member
    where institution_id = ${institutionId} and cohort_id = ${cohortId} and counted`.execute(db);
  return new Set(rows.map(keyOf));
}

/** From now on the figures rest on whoever is in the cohort. */
export const countWhoIsIn = (db: Db, { institutionId, cohortId }: Cohort) =>
  sql`
    update insight.cohort_member set counted = to_day is null
    where institution_id = ${institutionId} and cohort_id = ${cohortId} and counted <> (to_day is null)`.execute(db);

/** What its courses say of the cohort rests on other learners now: they are computed again. */
export const computeAgain = (db: Db, { institutionId, cohortId }: Cohort) =>
  sql`
    insert into ops.dirty_week (institution_id, course_id, week_start, since)
    select week.institution_id, week.course_id, min(week.week_start), transaction_timestamp()
    from insight.course_week as week
    where week.institution_id = ${institutionId} and week.course_id in (
      select member.course_id from insight.cohort_member as member
      where member.institution_id = ${institutionId} and member.cohort_id = ${cohortId}
    )
    group by week.institution_id, week.course_id
    on conflict (institution_id, course_id, week_start) do nothing`.execute(db);

/** Groups whose figures the owner may have seen already: other cohorts of theirs, ended ones too, and whole courses. */
export async function seenBeside(db: Db, cohort: Cohort): Promise<SeenBeside> {
  const { institutionId, cohortId, ownerId } = cohort;
  const { rows } = await sql<{ course: boolean; members: string[] }>`
    select false as course, array_agg(distinct member.course_id || '/' || member.person_id) as members
    from insight.cohort as other
    join insight.cohort_member as member
      on member.institution_id = other.institution_id and member.cohort_id = other.cohort_id and member.counted
    where other.institution_id = ${institutionId} and other.owner_id = ${ownerId} and other.cohort_id <> ${cohortId}
    group by other.cohort_id
    union all
    select true as course, array_agg(p.course_id || '/' || p.person_id)
    from core.participant as p
    where p.institution_id = ${institutionId} and p.role = 'learner' and exists (
      select from ops.course_access as a
      where a.institution_id = p.institution_id and a.course_id = p.course_id and a.person_id = ${ownerId}
        and a.role in ('lead', 'researcher')
    )
    and not exists (
      select from core.opted_out as o
      where o.institution_id = p.institution_id and o.person_id = p.person_id and o.course_id in (0, p.course_id)
    )
    group by p.course_id`.execute(db);
  const sets = (ofCourses: boolean): readonly Members[] =>
    rows.filter(({ course }) => course === ofCourses).map(({ members }) => new Set(members));
  return { cohorts: sets(false), courses: sets(true) };
}
