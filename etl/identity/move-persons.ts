import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Merge } from '../load/merge/merge.ts';
import type { Move } from './assign-persons.ts';

/** Points accounts to their persons, and makes those that are still to be made. */
export async function moveToPersons({ db, institutionId, visibleAt }: Merge, moves: readonly Move[]): Promise<void> {
  const made = new Map<number, number>();
  for (const { group, personId } of moves) {
    if (personId !== undefined || made.has(group)) continue;
    const person = await db
      .insertInto('core.person')
      .values({ institutionId, kind: 'human', pseudonym: randomUUID(), createdAt: visibleAt })
      .returning('personId')
      .executeTakeFirstOrThrow();
    made.set(group, person.personId);
  }
  const targets = moves.map(({ group, personId }) => personId ?? made.get(group)!);
  await sql`
    create temporary table load_person_move on commit drop as
    select account_id, old_person_id, person_id
    from unnest(${moves.map(({ accountId }) => accountId)}::bigint[], ${moves.map(({ from }) => from)}::bigint[],
      ${targets}::bigint[]) as m (account_id, old_person_id, person_id)`.execute(db);
  await sql`
    update core.account as a set person_id = m.person_id
    from load_person_move as m
    where a.institution_id = ${institutionId} and a.account_id = m.account_id`.execute(db);
  await coursesOfMoved({ db, institutionId });
}

/** Leaves `load_moved_course`: courses in which somebody is another person now. */
async function coursesOfMoved({ db, institutionId }: Pick<Merge, 'db' | 'institutionId'>): Promise<void> {
  await sql`
    create temporary table load_moved_course on commit drop as
    select distinct t.course_id
    from core.participant as t join load_person_move as m on t.person_id in (m.old_person_id, m.person_id)
    where t.institution_id = ${institutionId}`.execute(db);
}

/** What else names a person and goes on with the one they became. Participation and access are derived anew. */
const following = ['ops.access_grant', 'ops.sign_in_link', 'ops.web_session'] as const;

/** Persons without an account are gone. Their grants and sign-ins go on under the person their accounts became. */
export async function removeEmptyPersons({ db, institutionId }: Merge, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    create temporary table load_emptied on commit drop as
    select m.old_person_id, min(m.person_id) as person_id
    from load_person_move as m
    where not exists (
      select from core.account as a where a.institution_id = ${institutionId} and a.person_id = m.old_person_id)
    group by m.old_person_id`.execute(db);
  for (const table of following) {
    await sql`
      update ${sql.table(table)} as t set person_id = e.person_id
      from load_emptied as e
      where t.institution_id = ${institutionId} and t.person_id = e.old_person_id`.execute(db);
  }
  await sql`
    delete from core.participant as t using load_person_move as m
    where t.institution_id = ${institutionId} and t.person_id in (m.old_person_id, m.person_id)
      and t.basis <> 'marked'`.execute(db);
  // A mark made by hand stays a mark, unless the person they became has one of their own there.
  await sql`
    update core.participant as t set person_id = e.person_id
    from load_emptied as e
    where t.institution_id = ${institutionId} and t.person_id = e.old_person_id and t.basis = 'marked'
      and not exists (
        select from core.participant as own
        where own.institution_id = ${institutionId} and own.course_id = t.course_id and own.person_id = e.person_id)`.execute(
    db,
  );
  for (const table of ['identity.person', 'core.person'] as const) {
    await sql`
      delete from ${sql.table(table)} as t using load_emptied as e
      where t.institution_id = ${institutionId} and t.person_id = e.old_person_id`.execute(db);
  }
}
