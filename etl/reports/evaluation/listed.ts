import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { ReportPart } from '../part.ts';

/** A learner of a course whom Kith listed for a reason, and what staff did. Never leaves the sums made of it. */
export interface Listed {
  readonly contacted: boolean;
  readonly answered: boolean;
  /** Every reason was dismissed. */
  readonly setAside: boolean;
  /** Days from the week that listed them to the first contact after it; null: none. */
  readonly days: number | null;
  /** By agreed group; null: no source says it. */
  readonly region: string | null;
  readonly study_mode: string | null;
  readonly time_zone: string | null;
}

export const groupings = ['region', 'study_mode', 'time_zone'] as const;
export type Grouping = (typeof groupings)[number];

/** Whoever was first listed in one of the weeks. Not who asked for help themselves, nor who opted out. */
export async function listedLearners(
  db: Db,
  { institutionId, unitId }: ReportPart,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    with
    listed as (
      select alert.course_id, alert.person_id, min(week.as_of) as at, bool_and(alert.state = 'dismissed') as set_aside
      from insight.unit_course as below
      join insight.alert as alert on alert.institution_id = below.institution_id and alert.course_id = below.course_id
      join insight.course_week as week
        on week.institution_id = alert.institution_id and week.course_id = alert.course_id and week.week = alert.first_week
      join core.included_learner as one
        on one.institution_id = alert.institution_id and one.course_id = alert.course_id and one.person_id = alert.person_id
      where below.institution_id = ${institutionId} and below.unit_id = ${unitId} and alert.type <> 'told_us'
        and week.week_start between ${from}::date and ${to}::date
      group by alert.course_id, alert.person_id
    ),
    said as (
      select account.person_id,
        min(attribute.value) filter (where attribute.name = 'region') as region,
        min(attribute.value) filter (where attribute.name = 'study_mode') as study_mode
      from core.account as account
      join identity.attribute as attribute
        on attribute.institution_id = account.institution_id and attribute.account_id = account.account_id
      where account.institution_id = ${institutionId} and account.person_id in (select person_id from listed)
      group by account.person_id
    )
    select
      listed.set_aside, contact.n > 0 as contacted, coalesce(contact.answered, false) as answered,
      extract(epoch from contact.after - listed.at)::float8 / 86400 as days,
      said.region, said.study_mode, person.timezone as time_zone
    from listed
    cross join lateral (
      select count(*) as n, bool_or(c.answered_at is not null) as answered, min(c.at) filter (where c.at >= listed.at) as after
      from care.contact as c
      where c.institution_id = ${institutionId} and c.course_id = listed.course_id and c.person_id = listed.person_id
        and c.withdrawn_at is null
    ) as contact
    left join said on said.person_id = listed.person_id
    left join core.person as person on person.institution_id = ${institutionId} and person.person_id = listed.person_id`.execute(
    db,
  );
  return rows;
}
