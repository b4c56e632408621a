import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** One look at a person: who, when, what, where, why. */
export interface AccessLine {
  readonly at: Date;
  /** Who looked. */
  readonly who: string;
  readonly action: string;
  readonly course: string | null;
  readonly reason: string;
}

/** Everything the access log holds about one person, newest first. Whoever was shown beside them is left out. */
export async function accessLinesAbout(db: Db, institutionId: number, personId: number): Promise<AccessLine[]> {
  const { rows } = await sql<AccessLine>`
    select l.at, coalesce(p.display_name, 'Person ' || l.person_id) as who, l.action, c.title as course, l.reason
    from ops.access_log as l
    left join identity.person as p on p.institution_id = l.institution_id and p.person_id = l.person_id
    left join core.course as c on c.institution_id = l.institution_id and c.course_id = l.course_id
    where l.institution_id = ${institutionId} and ${personId}::bigint = any (l.subject_person_ids)
    order by l.log_id desc`.execute(db);
  return rows;
}

/** The newest rows of the access log, of everybody. */
export async function latestAccess(
  db: Db,
  institutionId: number,
  most: number,
): Promise<(AccessLine & { people: number })[]> {
  const { rows } = await sql<AccessLine & { people: number }>`
    select l.at, coalesce(p.display_name, 'Person ' || l.person_id) as who, l.action, c.title as course, l.reason,
      cardinality(l.subject_person_ids) as people
    from ops.access_log as l
    left join identity.person as p on p.institution_id = l.institution_id and p.person_id = l.person_id
    left join core.course as c on c.institution_id = l.institution_id and c.course_id = l.course_id
    where l.institution_id = ${institutionId}
    order by l.log_id desc
    limit ${most}`.execute(db);
  return rows;
}
