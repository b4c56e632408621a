import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

export interface SaidAccount {
  readonly accountId: number;
  readonly source: string;
  readonly key: string;
  readonly name: string | null;
}

/** What `identity.matches_of` answers, as far as the command line shows it. */
export interface Matches {
  readonly suggestions: readonly {
    readonly course: string;
    readonly rule: 'name' | 'email';
    readonly seen: SaidAccount;
    readonly listed: SaidAccount;
    readonly said: string;
    readonly otherSaid: string;
    readonly traces: number;
  }[];
  readonly conflicts: readonly {
    readonly sign: string;
    readonly scheme: string;
    readonly value: string;
    readonly accounts: readonly SaidAccount[];
  }[];
  readonly changes: readonly {
    readonly changeId: number;
    readonly kind: string;
    readonly state: string;
    readonly why: string | null;
    readonly message: string | null;
    readonly by: string | null;
    readonly runId: number | null;
    readonly askedAt: string;
    readonly moved: number;
    readonly undone: boolean;
    readonly accounts: readonly SaidAccount[];
  }[];
  readonly unmatched: readonly { readonly course: string; readonly seenOnly: number; readonly listed: number }[];
}

export async function matchesOf(db: Db, institutionId: number): Promise<Matches> {
  const { rows } = await sql<{ found: Matches }>`
    select identity.matches_of(${institutionId}, 1000) as found`.execute(db);
  return rows[0]!.found;
}

/** Accounts that carry a word as their name, key or address, person by person, with what made them one. */
export async function accountLines(db: Db, institutionId: number, word: string) {
  const { rows } = await sql<{
    account: number;
    person: number;
    source: string;
    key: string;
    name: string | null;
    listed: boolean;
    signs: string;
  }>`
    with found as (
      select a.person_id from core.account as a
        join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
      where a.institution_id = ${institutionId} and (k.key = ${word} or k.display_name ilike '%' || ${word} || '%')
      union
      select a.person_id from identity.claim as c
        join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
      where c.institution_id = ${institutionId} and lower(c.value) = lower(${word})
    )
    select a.account_id as account, a.person_id as person, s.name as source, k.key, k.display_name as name,
      a.in_roster as listed,
      coalesce((
        select string_agg(distinct c.scheme, ', ') from identity.claim as c
          join identity.claim as other on other.institution_id = c.institution_id and other.scheme = c.scheme
            and other.issuer = c.issuer and other.value = c.value and other.account_id <> c.account_id
          join core.account as shared on shared.institution_id = other.institution_id
            and shared.account_id = other.account_id and shared.person_id = a.person_id
        where c.institution_id = a.institution_id and c.account_id = a.account_id), '') as signs
    from found
      join core.account as a on a.institution_id = ${institutionId} and a.person_id = found.person_id
      join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
      join ops.source as s on s.institution_id = a.institution_id and s.source_id = a.source_id
    order by a.person_id, a.account_id limit 200`.execute(db);
  return rows;
}
