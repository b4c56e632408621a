import type { Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';

/** Conditions that all hold. A closed vocabulary: what is not here cannot be asked. */
export interface CohortRule {
  readonly termId?: number | undefined;
  /** Every course at this node of the tree or below. */
  readonly unitId?: number | undefined;
  readonly courseId?: number | undefined;
  /** Monday of the week in which the course started. */
  readonly startWeek?: string | undefined;
  /** Kind of group they are in, such as a tutorial group, by its title. */
  readonly group?: string | undefined;
}

export interface Cohort {
  readonly institutionId: number;
  readonly cohortId: number;
  readonly ownerId: number;
  readonly rule: CohortRule | null;
  readonly personIds: readonly number[] | null;
}

export interface Member {
  readonly courseId: number;
  readonly personId: number;
}

/**
 * Who is in a cohort now: learners of courses its owner may compare at this moment, who did not leave the course and are
 * part of what Kith looks at.
 */
export async function findMembers(db: Db, cohort: Cohort): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    select p.course_id, p.person_id
    from core.participant as p
    join core.course as place on place.institution_id = p.institution_id and place.course_id = p.course_id
    where p.institution_id = ${cohort.institutionId} and p.role = 'learner'
      and exists (
        select from ops.course_access as a
        where a.institution_id = p.institution_id and a.course_id = p.course_id and a.person_id = ${cohort.ownerId}
          and a.role in ('lead', 'researcher')
          and coalesce(a.valid_from <= now(), true) and coalesce(a.valid_to > now(), true)
      )
      and ${sql.join(conditions(cohort), sql` and `)}
    order by p.course_id, p.person_id`.execute(db);
  return rows;
}

function conditions({ rule, personIds }: Cohort): RawBuilder<unknown>[] {
  if (rule === null) return [sql`p.person_id = any (${[...(personIds ?? [])]}::bigint[])`];
  const { termId, unitId, courseId, startWeek, group } = rule;
  return [
    sql`true`,
    ...(termId === undefined ? [] : [sql`place.term_id = ${termId}`]),
    ...(courseId === undefined ? [] : [sql`place.course_id = ${courseId}`]),
    ...(startWeek === undefined ? [] : [sql`date_trunc('week', place.starts_on)::date = ${startWeek}::date`]),
    ...(unitId === undefined ? [] : [below(unitId)]),
    ...(group === undefined ? [] : [inGroup(group)]),
  ];
}

const below = (unitId: number) => sql`
  place.unit_id in (
    with recursive tree as (
      select unit.unit_id from core.unit as unit
      where unit.institution_id = p.institution_id and unit.unit_id = ${unitId}
      union
      select unit.unit_id from tree
      join core.unit as unit on unit.institution_id = p.institution_id and unit.parent_unit_id = tree.unit_id
    )
    select unit_id from tree
  )`;

const inGroup = (title: string) => sql`
  exists (
    select from core.account as account
    join core.membership as m on m.institution_id = account.institution_id and m.account_id = account.account_id
    join core.course_group as g
      on g.institution_id = m.institution_id and g.course_id = m.course_id and g.source_id = m.source_id and g.key = m.group_key
    where account.institution_id = p.institution_id and account.person_id = p.person_id and m.course_id = p.course_id
      and m.superseded_at is null and g.superseded_at is null and lower(g.title) = lower(${title})
  )`;
