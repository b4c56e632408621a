import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import type { Observation } from './observation.ts';

/** A learner-week of a course in which somebody was contacted: their contacts in it, and where they stood. */
export interface Observed extends Observation {
  /** Contacts made from the numbers of that week; none: the learner was left out. */
  readonly contactIds: readonly number[];
  /** Texts these contacts began from. */
  readonly templates: readonly string[];
}

interface Place {
  readonly institutionId: number;
  readonly courseId: number;
}

/** After a contact a learner is neither a fresh contact nor "left out" for so many weeks. */
const afterwards = 4;

/**
 * Everybody of the course-weeks whose contacts are due, with both values known. Contacted or not, whoever was reached in
 * the four weeks before is left out: their baseline is an outcome already. Contacts count with the baseline and the value
 * that were fixed for them.
 */
export async function observed(
  db: Db,
  { institutionId, courseId }: Place,
  window: number,
): Promise<readonly Observed[]> {
  const { rows } = await sql<Omit<Observed, 'courseWeek' | 'learner'> & { week: number; learner: number }>`
    with
    contact as (
      select contact.person_id, contact.contact_id, contact.week, contact.template, outcome.baseline, outcome.value
      from care.contact as contact
      join care.outcome as outcome
        on outcome.institution_id = contact.institution_id and outcome.course_id = contact.course_id
        and outcome.contact_id = contact.contact_id and outcome.window_weeks = ${window}
      where contact.institution_id = ${institutionId} and contact.course_id = ${courseId} and contact.withdrawn_at is null
    ),
    due as (select distinct week from contact where value is not null),
    standing as (
      select
        one.person_id, one.week, one.score, one.trend, one.coverage, (one.indicators ->> 'effective_peers')::float8 as baseline,
        (later.indicators ->> 'effective_peers')::float8 as value
      from due
      join insight.learner_week as one
        on one.institution_id = ${institutionId} and one.course_id = ${courseId} and one.week = due.week
      join insight.learner_week as later
        on later.institution_id = one.institution_id and later.course_id = one.course_id
        and later.person_id = one.person_id and later.week = one.week + ${window}
      where one.state = 'scored'
    )
    select
      standing.person_id as learner, standing.week, standing.score,
      case standing.trend when 'worsening' then 1 when 'improving' then -1 else 0 end as trend,
      standing.coverage, coalesce(here.baseline, standing.baseline) as baseline,
      coalesce(here.value, standing.value) - coalesce(here.baseline, standing.baseline) as change,
      (
        select count(*)::int from contact
        where contact.person_id = standing.person_id and contact.week >= standing.week
          and contact.week < standing.week + ${window}
      ) as reached,
      coalesce(here.contact_ids, '{}') as contact_ids, coalesce(here.templates, '{}') as templates
    from standing
    left join (
      select
        person_id, week, min(baseline) as baseline, min(value) as value, array_agg(contact_id order by contact_id) as contact_ids,
        array_agg(distinct template) filter (where template is not null) as templates
      from contact
      group by person_id, week
    ) as here on here.person_id = standing.person_id and here.week = standing.week
    where standing.coverage is not null and coalesce(here.baseline, standing.baseline) is not null
      and coalesce(here.value, standing.value) is not null
      and not exists (
        select from contact
        where contact.person_id = standing.person_id and contact.week < standing.week
          and contact.week >= standing.week - ${afterwards}
      )
    order by standing.week, standing.person_id`.execute(db);
  return rows.map(({ learner, week, ...rest }) => ({ ...rest, learner: String(learner), courseWeek: String(week) }));
}
