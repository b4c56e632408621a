import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { select } from './select.ts';

/** Why the reader may see a course, in words. Reads the reader's own access rows; policies show no others. */
export async function becauseOf(db: ReadDb, courseId: number): Promise<string> {
  const [access] = await select<{ role: string; basis: string; since: string | null }>(
    db,
    sql`
      select role, basis, to_char(valid_from, 'YYYY-MM-DD') as since
      from ops.course_access
      where course_id = ${courseId}
      order by array_position(array['instructor', 'assistant', 'lead', 'support', 'researcher'], role), basis
      limit 1`,
  );
  if (!access) return 'you were granted access';
  const since = access.since === null ? '' : ` since ${access.since}`;
  if (access.basis === 'enrolment') return `the roster says you are ${access.role} of this course${since}`;
  return `you were granted the role of ${access.role} here${since}`;
}
