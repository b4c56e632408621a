import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** Somebody who may see something, and what. */
export interface UserLine {
  readonly email: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  /** Courses their grants and enrolments come to. */
  readonly courses: number;
  readonly lastSignIn: Date | null;
}

/** Everybody with a grant, a teaching enrolment or a sign-in link, by address. */
export async function userLines(db: Db, institutionId: number): Promise<UserLine[]> {
  const now = new Date();
  const { rows } = await sql<UserLine>`
    select i.email, i.display_name as name,
      array(
        select g.role from ops.access_grant as g
        where g.institution_id = p.institution_id and g.person_id = p.person_id
          and coalesce(g.valid_to > ${now}::timestamptz, true)
        union
        select a.role from ops.course_access as a
        where a.institution_id = p.institution_id and a.person_id = p.person_id
          and coalesce(a.valid_to > ${now}::timestamptz, true)
        order by 1
      ) as roles,
      (select count(distinct a.course_id)::int from ops.course_access as a
        where a.institution_id = p.institution_id and a.person_id = p.person_id
          and coalesce(a.valid_to > ${now}::timestamptz, true)) as courses,
      (select max(w.created_at) from ops.web_session as w
        where w.institution_id = p.institution_id and w.person_id = p.person_id) as last_sign_in
    from core.person as p
    left join identity.person as i on i.institution_id = p.institution_id and i.person_id = p.person_id
    where p.institution_id = ${institutionId} and p.person_id in (
      select person_id from ops.access_grant where institution_id = ${institutionId}
      union
      select person_id from ops.course_access where institution_id = ${institutionId}
      union
      select person_id from ops.sign_in_link where institution_id = ${institutionId}
      union
      select a.person_id
      from core.account as a
      join ops.source as s on s.institution_id = a.institution_id and s.source_id = a.source_id
      where a.institution_id = ${institutionId} and s.connector = 'by-hand'
    )
    order by i.email, p.person_id`.execute(db);
  return rows;
}
