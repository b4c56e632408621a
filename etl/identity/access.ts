import { sql } from 'kysely';

import type { Db } from '@kith/sql/connect.ts';

export interface AccessScope {
  readonly institutionId: number;
  /** Only these courses; all unless told. */
  readonly courseIds?: readonly number[] | undefined;
  /** The instant by which one of several enrolments or grants of a person is chosen. */
  readonly at: Date;
}

/**
 * Rebuilds `ops.course_access` from enrolments and grants: an active teacher is instructor and an assistant assistant
 * for the dates of the enrolment; a grant on a course, on a node of the tree or on the institution reaches every course
 * below. Of several rows of one person, course and role the one in force stands, else the one that ends last.
 */
export async function rebuildAccess(db: Db, { institutionId, courseIds, at }: AccessScope): Promise<void> {
  const all = courseIds === undefined;
  const only = sql`(${all} or course_id = any (${courseIds ?? []}::bigint[]))`;
  await sql`delete from ops.course_access where institution_id = ${institutionId} and ${only}`.execute(db);
  await sql`
    with recursive
      node as (
        select g.grant_id, g.unit_id from ops.access_grant as g
        where g.institution_id = ${institutionId} and g.unit_id is not null and g.course_id is null
        union
        select node.grant_id, below.unit_id
        from node join core.unit as below
          on below.institution_id = ${institutionId} and below.parent_unit_id = node.unit_id
      ),
      reached as (
        select g.grant_id, c.course_id
        from ops.access_grant as g
          join core.course as c on c.institution_id = ${institutionId} and (
            c.course_id = g.course_id or (g.course_id is null and g.unit_id is null)
            or c.unit_id in (select node.unit_id from node where node.grant_id = g.grant_id))
        where g.institution_id = ${institutionId} and g.role not in ('steward', 'admin')
        union
        select reached.grant_id, part.course_id
        from reached join core.course as part
          on part.institution_id = ${institutionId} and part.parent_course_id = reached.course_id
      ),
      source as (
        select e.course_id, a.person_id, case e.role when 'teacher' then 'instructor' else 'assistant' end as role,
          'enrolment' as basis, e.valid_from, e.valid_to
        from core.enrolment as e
          join core.account as a on a.institution_id = e.institution_id and a.account_id = e.account_id
        where e.institution_id = ${institutionId} and e.superseded_at is null and e.status = 'active'
          and e.role in ('teacher', 'assistant')
        union all
        select r.course_id, g.person_id, g.role, 'grant', g.valid_from, g.valid_to
        from reached as r
          join ops.access_grant as g on g.institution_id = ${institutionId} and g.grant_id = r.grant_id
      )
    insert into ops.course_access (institution_id, course_id, person_id, role, basis, valid_from, valid_to)
    select distinct on (course_id, person_id, role, basis)
      ${institutionId}::bigint, course_id, person_id, role, basis, valid_from, valid_to
    from source
    where ${only}
    order by course_id, person_id, role, basis,
      (coalesce(valid_from <= ${at}::timestamptz, true) and coalesce(valid_to > ${at}::timestamptz, true)) desc,
      valid_to desc nulls first, valid_from nulls first`.execute(db);
}
