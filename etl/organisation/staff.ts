import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { rebuildAccess } from '../identity/access.ts';
import { NoSuchPerson, personNamed } from '../identity/people.ts';
import { queueWeeks } from './set-course.ts';

/** The person of an e-mail address, or of the key under which exactly one source knows them. Throws {@link NoSuchPerson}. */
export async function staffNamed(db: Db, institutionId: number, courseId: number, word: string): Promise<number> {
  if (word.includes('@')) return (await personNamed(db, institutionId, word)).personId;
  const { rows } = await sql<{ personId: number }>`
    select distinct a.person_id
    from identity.account as known
    join core.account as a on a.institution_id = known.institution_id and a.account_id = known.account_id
    join core.participant as p
      on p.institution_id = a.institution_id and p.person_id = a.person_id and p.course_id = ${courseId}
    where known.institution_id = ${institutionId} and known.key = ${word}`.execute(db);
  if (rows.length === 1) return rows[0]!.personId;
  throw new NoSuchPerson(
    rows.length === 0
      ? `Nobody in the course is known as "${word}".`
      : `Several people in the course are known as "${word}".`,
    'Give an e-mail address, or the key of the person in the source that brought them.',
  );
}

/**
 * Marks people as teachers of a course by hand, as the page does: their traces are staff's from now on, the enrolment
 * is the grant, and the weeks are queued. Who is staff already stays as they are. Answers how many were marked.
 */
export async function markStaff(
  db: Db,
  institutionId: number,
  courseId: number,
  personIds: readonly number[],
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ personId: number }>`
      insert into core.enrolment
        (institution_id, course_id, source_id, run_id, ingested_at, account_id, role, role_raw, status)
      select distinct on (a.person_id)
        a.institution_id, ${courseId}::bigint, a.source_id, 0, ${new Date()}::timestamptz, a.account_id, 'teacher', 'marked', 'active'
      from core.account as a
      where a.institution_id = ${institutionId} and a.person_id = any (${[...personIds]}::bigint[])
        and not exists (
          select from core.participant as p
          where p.institution_id = a.institution_id and p.course_id = ${courseId} and p.person_id = a.person_id
            and p.role = 'staff')
      order by a.person_id, a.account_id
      returning (
        select known.person_id from core.account as known
        where known.institution_id = core.enrolment.institution_id and known.account_id = core.enrolment.account_id
      ) as person_id`.execute(tx);
    const marked = rows.map(({ personId }) => personId);
    await sql`
      insert into core.participant (institution_id, course_id, person_id, role, basis, status)
      select ${institutionId}::bigint, ${courseId}::bigint, person_id, 'staff', 'marked', 'active'
      from unnest(${marked}::bigint[]) as marked (person_id)
      on conflict (institution_id, course_id, person_id) do update set role = 'staff', basis = 'marked'`.execute(tx);
    await rebuildAccess(tx, { institutionId, courseIds: [courseId] });
    await queueWeeks(tx, institutionId, courseId);
    return marked.length;
  });
}
