import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { select } from './select.ts';

/** Why the reader may see a course, in words. Reads the reader's own access rows; policies show no others. */
export async function becauseOf(db: ReadDb, courseId: number): Promise<string> {
  const [access] = await select<{
    role: string;
    basis: string;
    since: string | null;
    until: string | null;
    delegated: boolean;
    pseudonymous: boolean;
  }>(
    db,
    sql`
      select role, basis, to_char(valid_from, 'YYYY-MM-DD') as since, to_char(valid_to, 'YYYY-MM-DD') as until,
        delegated_by is not null as delegated, pseudonymous
      from ops.course_access
      where course_id = ${courseId}
        and coalesce(valid_from <= now(), true) and coalesce(valid_to > now(), true)
      order by array_position(array['instructor', 'assistant', 'lead', 'support', 'researcher'], role), basis,
        pseudonymous, valid_from
      limit 1`,
  );
  if (!access) return 'you were granted access';
  const { role, basis, delegated, pseudonymous } = access;
  const since = access.since === null ? '' : ` since ${access.since}`;
  if (basis === 'enrolment') return `the roster says you are ${role} of this course${since}`;
  const until = access.until === null ? '' : ` until ${access.until}`;
  const names = pseudonymous ? ', without names' : '';
  return `${delegated ? 'the role' : 'you were granted the role'} of ${role} here${delegated ? ' was passed on to you' : ''}${since}${until}${names}`;
}
