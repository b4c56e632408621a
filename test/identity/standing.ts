import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

export interface Standing {
  readonly accountId: number;
  readonly personId: number;
  readonly grants: readonly number[];
}

export const personsIn = (standings: readonly Standing[]) => new Set(standings.map(({ personId }) => personId)).size;

export const accountsOf = (standings: readonly Standing[], personId: number) =>
  standings.filter((each) => each.personId === personId).map(({ accountId }) => accountId);

/** All grants of some accounts, each once. */
export const grantsOf = (standings: readonly Standing[], accountIds: readonly number[]) =>
  [
    ...new Set(standings.filter(({ accountId }) => accountIds.includes(accountId)).flatMap(({ grants }) => grants)),
  ].toSorted((a, b) => a - b);

/** Who is one person, with the ids and pseudonyms themselves: restored means the very same. */
export async function exactly(owner: Db, institutionId: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select a.account_id, a.person_id, p.pseudonym, p.created_at, i.display_name, i.email,
      array(select g.grant_id from ops.access_grant as g where g.institution_id = a.institution_id and g.person_id = a.person_id order by 1) as grants,
      array(select c.contact_id from care.contact as c where c.institution_id = a.institution_id and c.person_id = a.person_id order by 1) as contacts,
      (select s.weekday from care.digest_setting as s where s.institution_id = a.institution_id and s.person_id = a.person_id) as digest_on
    from core.account as a
      join core.person as p using (institution_id, person_id)
      left join identity.person as i on i.institution_id = a.institution_id and i.person_id = a.person_id
    where a.institution_id = ${institutionId} order by 1`.execute(owner);
  return rows;
}
