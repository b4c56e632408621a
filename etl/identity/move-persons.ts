import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';

import type { Move } from './assign-persons.ts';
import { carryAlong, goWithOwner } from './carried.ts';
import type { Matching } from './matching.ts';

/** Points accounts to their persons, and makes those that are still to be made. */
export async function moveToPersons({ db, institutionId, visibleAt }: Matching, moves: readonly Move[]): Promise<void> {
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
    select account_id, old_person_id, person_id, leaves_own
    from unnest(${moves.map(({ accountId }) => accountId)}::bigint[], ${moves.map(({ from }) => from)}::bigint[],
      ${targets}::bigint[], ${moves.map(({ leavesOwn }) => leavesOwn)}::boolean[])
      as m (account_id, old_person_id, person_id, leaves_own)`.execute(db);
  await keepFirst({ db, institutionId });
  await revive({ db, institutionId });
  await sql`
    update core.account as a set person_id = m.person_id
    from load_person_move as m
    where a.institution_id = ${institutionId} and a.account_id = m.account_id`.execute(db);
  await coursesOfMoved({ db, institutionId });
}

type Place = Pick<Matching, 'db' | 'institutionId'>;

/** The person an account was at first is kept, so that a split gives back the same one and not just anybody new. */
async function keepFirst({ db, institutionId }: Place): Promise<void> {
  await sql`
    insert into identity.first_person (institution_id, account_id, person_id, pseudonym, created_at)
    select ${institutionId}::bigint, m.account_id, p.person_id, p.pseudonym, p.created_at
    from load_person_move as m
      join core.person as p on p.institution_id = ${institutionId} and p.person_id = m.old_person_id
    where m.leaves_own
    on conflict (institution_id, account_id) do nothing`.execute(db);
}

/**
 * Persons who come back are made again as they were. What went along when somebody was joined with others goes with
 * them now: home, or to whomever else their account became.
 */
async function revive({ db, institutionId }: Place): Promise<void> {
  await sql`
    create temporary table load_parted on commit drop as
    select f.account_id, m.old_person_id as from_person_id, m.person_id, f.person_id = m.person_id as is_home,
      f.pseudonym, f.created_at
    from identity.first_person as f join load_person_move as m on m.account_id = f.account_id
    where f.institution_id = ${institutionId}`.execute(db);
  await sql`
    insert into core.person (institution_id, person_id, kind, pseudonym, created_at) overriding system value
    select ${institutionId}::bigint, person_id, 'human', pseudonym, created_at from load_parted where is_home
    on conflict (institution_id, person_id) do nothing`.execute(db);
  await goWithOwner({ db, institutionId });
}

/** Leaves `load_moved_course`: courses in which somebody is another person now. */
async function coursesOfMoved({ db, institutionId }: Place): Promise<void> {
  await sql`
    create temporary table load_moved_course on commit drop as
    select distinct t.course_id
    from core.participant as t join load_person_move as m on t.person_id in (m.old_person_id, m.person_id)
    where t.institution_id = ${institutionId}`.execute(db);
}

/** Persons without an account are gone. What named them goes on under the person their accounts became. */
export async function removeEmptyPersons(rematch: Matching, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const { db, institutionId } = rematch;
  await sql`
    create temporary table load_emptied on commit drop as
    select m.old_person_id, min(m.person_id) as person_id
    from load_person_move as m
    where not exists (
      select from core.account as a where a.institution_id = ${institutionId} and a.person_id = m.old_person_id)
    group by m.old_person_id`.execute(db);
  // Marks made by hand are carried; the rest of who takes part is derived anew.
  await sql`
    delete from core.participant as t using load_person_move as m
    where t.institution_id = ${institutionId} and t.person_id in (m.old_person_id, m.person_id)
      and t.basis <> 'marked'`.execute(db);
  await carryAlong(rematch);
  for (const table of ['identity.person', 'core.person'] as const) {
    await sql`
      delete from ${sql.table(table)} as t using load_emptied as e
      where t.institution_id = ${institutionId} and t.person_id = e.old_person_id`.execute(db);
  }
}
