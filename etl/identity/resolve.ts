import { sql, type RawBuilder } from 'kysely';

import { assignPersons, type Account, type Move } from './assign-persons.ts';
import { keepConflicts } from './match/conflicts.ts';
import { spoken } from './match/words.ts';
import { moveToPersons, removeEmptyPersons } from './move-persons.ts';
import type { Matching } from './matching.ts';
import { samePerson, type Sign } from './same-person.ts';

/** Accounts that a load brought or changed: where resolving begins. */
export const loadedAccounts = sql`
  select account_id from load_said_person
  union
  select account_id from load_person where is_new or joins_roster`;

/**
 * Rule 1 of reference/connectors §4: accounts with equal deterministic signs are one person, the oldest of those they
 * were; what a steward said of two accounts comes before any sign. Facts point to accounts, so a merge, and a later
 * split, moves nothing but `core.account.person_id`.
 * Looks only at the accounts of `seeds` and at those that signs and words connect with them. Leaves
 * `load_touched_person`, the people who may be called or composed differently now, and `load_person_move`.
 */
export async function resolvePersons(rematch: Matching, seeds: RawBuilder<unknown> = loadedAccounts): Promise<Move[]> {
  const { db, institutionId } = rematch;
  await reach(rematch, seeds);
  const { rows: accounts } = await sql<Account>`
    select a.account_id, a.person_id, a.created_at, p.created_at as person_created_at,
      f.person_id as first_person_id, f.created_at as first_created_at
    from load_reach as r
      join core.account as a on a.institution_id = ${institutionId} and a.account_id = r.account_id
      join core.person as p on p.institution_id = ${institutionId} and p.person_id = a.person_id
      left join identity.first_person as f on f.institution_id = ${institutionId} and f.account_id = r.account_id`.execute(
    db,
  );
  const { words, ignored } = await spoken(db, institutionId);
  const carriedSigns = (await signs(rematch)).filter(({ token }) => !ignored.has(token));
  const { groupOf, conflicts } = samePerson(carriedSigns, words);
  await keepConflicts(rematch, carriedSigns, conflicts);
  const moves = assignPersons(accounts, groupOf);
  await moveToPersons(rematch, moves);
  await sql`
    create temporary table load_touched_person on commit drop as
    select distinct a.person_id
    from load_reach as r
      join core.account as a on a.institution_id = ${institutionId} and a.account_id = r.account_id`.execute(db);
  await removeEmptyPersons(rematch, moves);
  return moves;
}

/** Schemes that join on their own. A display name suggests; a handle waits for its owner's word. */
const joins = (claim: string) => {
  const c = sql.raw(claim);
  return sql`(${c}.valid_to is null or ${c}.valid_to > load_time.at) and (
    ${c}.scheme in ('sis', 'email_sha1', 'account', 'openid', 'entra_oid', 'google_id')
    or (${c}.scheme = 'email' and ${c}.verified) or (${c}.scheme in ('lms', 'username', 'lti_sub') and ${c}.issuer <> ''))`;
};

/** Leaves `load_reach`: accounts of the load and whatever equal signs, or a shared person, connect with them. */
async function reach({ db, institutionId, visibleAt }: Matching, seeds: RawBuilder<unknown>): Promise<void> {
  await sql`create temporary table load_time on commit drop as select ${visibleAt}::timestamptz as at`.execute(db);
  await sql`create temporary table load_reach (account_id bigint primary key, step integer) on commit drop`.execute(db);
  await sql`
    insert into load_reach (account_id, step)
    select distinct seed.account_id, 0 from (${seeds}) as seed`.execute(db);
  for (let step = 1; ; step += 1) {
    await sql`analyze load_reach`.execute(db);
    const { numAffectedRows = 0n } = await sql`
      with edge as (select account_id from load_reach where step = ${step - 1}::integer)
      insert into load_reach (account_id, step)
      select other.account_id, ${step}::integer
      from load_time, edge
        join identity.claim as own on own.institution_id = ${institutionId} and own.account_id = edge.account_id
        join identity.claim as other
          on other.institution_id = ${institutionId} and other.scheme = own.scheme and other.issuer = own.issuer
          and other.value = own.value
      where ${joins('own')} and ${joins('other')}
      union
      select k.account_id, ${step}::integer
      from edge
        join identity.claim as own on own.institution_id = ${institutionId} and own.account_id = edge.account_id
        join ops.source as s on s.institution_id = ${institutionId} and s.name = own.issuer
        join identity.account as k
          on k.institution_id = ${institutionId} and k.source_id = s.source_id and k.key = own.value
      where own.scheme = 'lms'
      union
      select other.account_id, ${step}::integer
      from edge
        join identity.account as k on k.institution_id = ${institutionId} and k.account_id = edge.account_id
        join ops.source as s on s.institution_id = ${institutionId} and s.source_id = k.source_id
        join identity.claim as other
          on other.institution_id = ${institutionId} and other.scheme = 'lms' and other.issuer = s.name
          and other.value = k.key
      union
      select other.account_id, ${step}::integer
      from edge
        join core.account as own on own.institution_id = ${institutionId} and own.account_id = edge.account_id
        join core.account as other on other.institution_id = ${institutionId} and other.person_id = own.person_id
      union
      select case when said.account_id = edge.account_id then said.other_account_id else said.account_id end,
        ${step}::integer
      from edge
        join identity.match_word as said
          on said.institution_id = ${institutionId} and edge.account_id in (said.account_id, said.other_account_id)
      where said.ended_by_change is null
      on conflict (account_id) do nothing`.execute(db);
    if (numAffectedRows === 0n) break;
  }
}

/** Signs that at least two accounts of the reach share; a strong one counts alone, because it sets people apart. */
async function signs({ db, institutionId }: Matching): Promise<Sign[]> {
  const { rows } = await sql<Sign>`
    with own as (
      select c.account_id, c.scheme, c.issuer, c.value
      from load_time, load_reach as r
        join identity.claim as c on c.institution_id = ${institutionId} and c.account_id = r.account_id
      where ${joins('c')}
      union
      select k.account_id, 'lms', s.name, k.key
      from load_reach as r
        join identity.account as k on k.institution_id = ${institutionId} and k.account_id = r.account_id
        join ops.source as s on s.institution_id = ${institutionId} and s.source_id = k.source_id
    )
    select account_id, scheme || chr(31) || issuer || chr(31) || value as token, scheme = 'sis' as strong
    from (select own.*, count(*) over (partition by scheme, issuer, value) as holders from own) as held
    where holders > 1 or scheme = 'sis'`.execute(db);
  return rows;
}
