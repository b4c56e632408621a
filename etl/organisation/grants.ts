import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { rebuildAccess } from '../identity/access.ts';

export const grantRoles = ['instructor', 'assistant', 'lead', 'support', 'researcher', 'steward', 'admin'] as const;
export type GrantRole = (typeof grantRoles)[number];

/** Where a grant holds: a course, a node of the tree, or the institution. */
export interface Place {
  readonly courseId?: number | undefined;
  readonly unitId?: number | undefined;
}

/** How long a grant holds, and what it leaves out. */
export interface Terms {
  /** Exclusive; for ever unless told. */
  readonly until?: Date | undefined;
  /** Learners are seen, their names are not. */
  readonly withoutNames?: boolean | undefined;
  /** Passed on by this person: it ends with their own role. */
  readonly giverId?: number | undefined;
}

/** Gives a role. The same role at the same place on the same terms twice is one grant; answers its id. */
export async function addGrant(
  db: Db,
  institutionId: number,
  personId: number,
  role: GrantRole,
  { courseId, unitId }: Place = {},
  { until, withoutNames = false, giverId }: Terms = {},
): Promise<number> {
  const now = new Date();
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('ops.accessGrant')
      .select('grantId')
      .where('institutionId', '=', institutionId)
      .where('personId', '=', personId)
      .where('role', '=', role)
      .where('courseId', courseId === undefined ? 'is' : '=', courseId ?? null)
      .where('unitId', unitId === undefined ? 'is' : '=', unitId ?? null)
      .where('pseudonymous', '=', withoutNames)
      .where('delegated', '=', giverId !== undefined)
      .where('validTo', until === undefined ? 'is' : '=', until ?? null)
      .executeTakeFirst();
    if (known) return known.grantId;
    const { grantId } = await tx
      .insertInto('ops.accessGrant')
      .values({
        institutionId,
        personId,
        role,
        courseId: courseId ?? null,
        unitId: unitId ?? null,
        validFrom: now,
        validTo: until ?? null,
        createdAt: now,
        pseudonymous: withoutNames,
        delegated: giverId !== undefined,
        grantedBy: giverId ?? null,
      })
      .returning('grantId')
      .executeTakeFirstOrThrow();
    await rebuildAccess(tx, { institutionId });
    return grantId;
  });
}

/** Ends a grant now. False where there is none of that number that still holds. */
export async function endGrant(db: Db, institutionId: number, grantId: number): Promise<boolean> {
  const now = new Date();
  return db.transaction().execute(async (tx) => {
    const ended = await tx
      .updateTable('ops.accessGrant')
      .set({ validTo: now })
      .where('institutionId', '=', institutionId)
      .where('grantId', '=', grantId)
      .where((is) => is.or([is('validTo', 'is', null), is('validTo', '>', now)]))
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    await rebuildAccess(tx, { institutionId });
    return true;
  });
}

export interface GrantLine {
  readonly grantId: number;
  readonly name: string | null;
  readonly email: string | null;
  readonly role: string;
  /** Title of the course or unit; null: the whole institution. */
  readonly place: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly withoutNames: boolean;
  readonly passedOn: boolean;
}

/** Every grant that holds, or of one person every one there was. */
export async function grantLines(db: Db, institutionId: number, personId?: number): Promise<GrantLine[]> {
  const { rows } = await sql<GrantLine>`
    select g.grant_id, i.display_name as name, i.email, g.role, coalesce(course.title, unit.title) as place,
      g.valid_from, g.valid_to, g.pseudonymous as without_names, g.delegated as passed_on
    from ops.access_grant as g
    left join identity.person as i on i.institution_id = g.institution_id and i.person_id = g.person_id
    left join core.course as course on course.institution_id = g.institution_id and course.course_id = g.course_id
    left join core.unit as unit on unit.institution_id = g.institution_id and unit.unit_id = g.unit_id
    where g.institution_id = ${institutionId}
      and case when ${personId ?? null}::bigint is null then coalesce(g.valid_to > ${new Date()}::timestamptz, true)
          else g.person_id = ${personId ?? null}::bigint end
    order by i.email, g.role, g.grant_id`.execute(db);
  return rows;
}

/** Whether somebody holds a role on a course themselves, so that they can pass it on; `named`: with names. */
export async function holdsRole(
  db: Db,
  institutionId: number,
  { personId, courseId, role }: { personId: number; courseId: number; role: GrantRole },
  named: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    select from ops.course_access as a
    where a.institution_id = ${institutionId} and a.person_id = ${personId} and a.course_id = ${courseId}
      and a.role = ${role} and a.delegated_by is null and (${!named} or not a.pseudonymous)
      and coalesce(a.valid_from <= now(), true) and coalesce(a.valid_to > now(), true)`.execute(db);
  return rows.length > 0;
}
