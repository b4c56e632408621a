import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { addUser } from '../../identity/people.ts';
import { addGrant } from '../../organisation/grants.ts';

/** Somebody to look at Kith as. */
export interface Guest {
  readonly role: string;
  readonly who: string;
  readonly personId: number;
}

/**
 * One person a role. The instructor is whoever teaches most courses in the roster; the others are added by hand, and
 * the lead's programme is the one with most courses.
 */
export async function demoGuests(db: Db, institutionId: number, domain: string): Promise<Guest[]> {
  const teacher = await busiestTeacher(db, institutionId);
  const programme = await largestProgramme(db, institutionId);
  const lead = await addUser(db, institutionId, { name: 'Programme lead', email: `lead@${domain}` });
  await addGrant(db, institutionId, lead.personId, 'lead', { unitId: programme?.unitId });
  const steward = await addUser(db, institutionId, { name: 'Data steward', email: `steward@${domain}` });
  await addGrant(db, institutionId, steward.personId, 'steward');
  await addGrant(db, institutionId, steward.personId, 'admin');
  const researcher = await addUser(db, institutionId, { name: 'Researcher', email: `research@${domain}` });
  await addGrant(db, institutionId, researcher.personId, 'researcher');
  const support = await addUser(db, institutionId, { name: 'Student support', email: `support@${domain}` });
  await addGrant(db, institutionId, support.personId, 'support');
  return [
    ...(teacher ? [{ role: 'Instructor', who: `teaches ${teacher.courses} courses`, personId: teacher.personId }] : []),
    { role: 'Programme lead', who: programme?.title ?? 'all courses', personId: lead.personId },
    { role: 'Student support', who: 'cases that were handed over', personId: support.personId },
    { role: 'Data steward and admin', who: 'sources, loads, refused rows', personId: steward.personId },
    { role: 'Researcher', who: 'all courses, no names', personId: researcher.personId },
  ];
}

export async function busiestTeacher(
  db: Db,
  institutionId: number,
): Promise<{ personId: number; courses: number } | undefined> {
  const { rows } = await sql<{ personId: number; courses: number }>`
    select person_id, count(distinct course_id)::int as courses
    from ops.course_access
    where institution_id = ${institutionId} and role = 'instructor'
    group by person_id
    order by courses desc, person_id
    limit 1`.execute(db);
  return rows[0];
}

async function largestProgramme(db: Db, institutionId: number): Promise<{ unitId: number; title: string } | undefined> {
  const { rows } = await sql<{ unitId: number; title: string }>`
    select unit.unit_id, unit.title
    from core.unit as unit
    join core.course as course on course.institution_id = unit.institution_id and course.unit_id = unit.unit_id
    where unit.institution_id = ${institutionId}
    group by unit.institution_id, unit.unit_id, unit.title
    order by count(*) desc, unit.title
    limit 1`.execute(db);
  return rows[0];
}
