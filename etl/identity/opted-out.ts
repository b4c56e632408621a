import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/**
 * Makes `core.opted_out` anew: people whose last word on analytics is no, everywhere or of one course. Of two words of the same instant, no counts.
 * Row-level security leaves them out of what every reader sees.
 */
export async function findOptedOut(db: Db, institutionId: number): Promise<void> {
  await sql`delete from core.opted_out where institution_id = ${institutionId}`.execute(db);
  await sql`
    insert into core.opted_out (institution_id, person_id, course_id)
    select ${institutionId}::bigint, last.person_id, last.course_id
    from (
      select distinct on (a.person_id, said.course_id) a.person_id, said.course_id, c.granted
      from core.consent as c
        join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
        join core.course as place on place.institution_id = c.institution_id and place.course_id = c.course_id,
        lateral (select case when place.kind = 'unassigned' then 0 else c.course_id end as course_id) as said
      where c.institution_id = ${institutionId} and c.purpose = 'analytics' and c.superseded_at is null
      order by a.person_id, said.course_id, c.occurred_at desc, c.granted
    ) as last
    where not last.granted`.execute(db);
}
