import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import type { ErasedAccount } from './erased.ts';

/** The words by which somebody would be searched for. */
export interface KnownAs {
  /** Whole names, addresses, handles and keys: each of them means this person. */
  readonly words: readonly string[];
  /** Given and family names, each alone: they may mean somebody else too. */
  readonly names: readonly string[];
}

/** Everything by which a source or a person would search for somebody. */
export async function knownAs(
  db: Db,
  {
    institutionId,
    personId,
    accounts,
  }: { institutionId: number; personId: number; accounts: readonly ErasedAccount[] },
): Promise<KnownAs> {
  const accountIds = accounts.map(({ accountId }) => accountId);
  const { rows } = await sql<{ word: string; whole: boolean }>`
    with mine as (
      select display_name, given_name, family_name, email from identity.person
      where institution_id = ${institutionId} and person_id = ${personId}
      union all
      select display_name, given_name, family_name, key from identity.account
      where institution_id = ${institutionId} and account_id = any (${accountIds}::bigint[])
    )
    select distinct trim(word) as word, whole
    from (
      select unnest(array[display_name, given_name || ' ' || family_name, family_name || ', ' || given_name, email]) as word, true as whole
      from mine
      union all
      select value, true from identity.claim where institution_id = ${institutionId} and account_id = any (${accountIds}::bigint[])
      union all
      select pseudonym::text, true from core.person where institution_id = ${institutionId} and person_id = ${personId}
      union all
      select unnest(array[given_name, family_name]), false from mine
    ) as words
    where trim(word) <> ''`.execute(db);
  return {
    words: rows.filter(({ whole }) => whole).map(({ word }) => word),
    names: rows.filter(({ whole, word }) => !whole && word.length > 2).map(({ word }) => word),
  };
}

/** Words that mean nobody else where they stand in a text: of a key such as 41 that cannot be said. */
export const tellingWords = (words: readonly string[]): string[] =>
  words.filter((word) => word.length > 3 && /\p{L}/u.test(word));

/** For `~*` and `regexp_replace`: any of the words, whole; the first group is what stands before it. */
export const wordPattern = (words: readonly string[]): string =>
  `(^|[^[:alnum:]])(?:${words.map(escaped).join('|')})(?=$|[^[:alnum:]])`;

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** What stands in place of somebody's name. */
export const taken = '[erased]';

/** A text without the words, whatever stands around them. */
export const withoutWords = (text: string, words: readonly string[]): string =>
  words.length === 0 ? text : text.replaceAll(new RegExp(words.map(escaped).join('|'), 'gi'), taken);
