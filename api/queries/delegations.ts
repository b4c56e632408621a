import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { listDelegations } from '../contract/grants.ts';
import { select } from './select.ts';

type Answer = ResponseOf<typeof listDelegations>;

/** Whom the reader has let into a course, and what they could pass on: their own roles that nobody passed on to them. */
export async function delegations(db: ReadDb, courseId: number): Promise<Answer | undefined> {
  const [course] = await select<{ title: string }>(
    db,
    sql`select title from core.course where course_id = ${courseId}`,
  );
  if (!course) return undefined;
  const roles = await select<{ role: string }>(
    db,
    sql`
      select distinct role
      from ops.course_access
      where course_id = ${courseId} and delegated_by is null and role in ('instructor', 'assistant', 'lead', 'support')
        and coalesce(valid_from <= now(), true) and coalesce(valid_to > now(), true)
      order by role`,
  );
  const rows = await select<Omit<Answer['delegations'][number], 'validTo'> & { validTo: Date | null }>(
    db,
    sql`select * from ops.own_delegations(${courseId})`,
  );
  return {
    course: course.title,
    roles: roles.map(({ role }) => role),
    delegations: rows.map((row) => ({ ...row, validTo: row.validTo?.toISOString() ?? null })),
  };
}

/** False: it is not theirs, or has ended. */
export async function endDelegation(db: Db, courseId: number, grantId: number): Promise<boolean> {
  const call = sql<{ done: boolean }>`select ops.end_delegation(${courseId}, ${grantId}) as done`;
  return (await call.execute(db)).rows[0]?.done === true;
}
