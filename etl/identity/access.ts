import { sql } from 'kysely';

import type { Db } from '@kith/sql/connect.ts';

export interface AccessScope {
  readonly institutionId: number;
  /** Only these courses; all unless told. */
  readonly courseIds?: readonly number[] | undefined;
  /** When the change was made. Windows are judged when somebody asks, so it decides nothing. */
  readonly at?: Date;
}

/**
 * Rebuilds `ops.course_access` from enrolments and grants: an active teacher is instructor and an assistant assistant
 * for the dates of the enrolment; a grant on a course, on a node of the tree or on the institution reaches every course
 * below. The database does it (`ops.refresh_course_access`), because a grant given on a page needs the same.
 */
export async function rebuildAccess(db: Db, { institutionId, courseIds }: AccessScope): Promise<void> {
  const only = courseIds === undefined ? null : [...courseIds];
  await sql`select ops.refresh_course_access(${institutionId}, ${only}::bigint[])`.execute(db);
}
