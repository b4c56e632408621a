import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { keyDigest } from '../../load/key-digest.ts';
import type { Word } from '../apart.ts';

/** Separates the parts of a token; none of them holds it. */
export const between = '\u001f';

/** What stewards have said and not taken back, of the accounts in `load_reach`. */
export async function spoken(
  db: Db,
  institutionId: number,
): Promise<{ words: Word[]; ignored: { has(token: string): boolean } }> {
  const { rows } = await sql<{ a: number; b: number; word: Word['word'] }>`
    select w.account_id as a, w.other_account_id as b, w.word
    from identity.match_word as w
      join load_reach as r on r.account_id = w.account_id
    where w.institution_id = ${institutionId} and w.ended_by_change is null`.execute(db);
  return {
    words: rows.map(({ a, b, word }) => ({ accounts: [a, b], word })),
    ignored: await ignoredSigns(db, institutionId),
  };
}

/** Signs that join nobody. They are kept by digest, which costs something only where there are any. */
async function ignoredSigns(db: Db, institutionId: number): Promise<{ has(token: string): boolean }> {
  const rows = await db
    .selectFrom('identity.matchIgnored')
    .select('sign')
    .where('institutionId', '=', institutionId)
    .where('endedByChange', 'is', null)
    .execute();
  if (rows.length === 0) return new Set<string>();
  const known = new Set(rows.map(({ sign }) => sign.replaceAll('-', '')));
  const signOf = await signDigest(db, institutionId);
  return { has: (token) => known.has(signOf(token).replaceAll('-', '')) };
}

/** The digest under which a sign is known where its value must not stand. */
export async function signDigest(db: Db, institutionId: number): Promise<(token: string) => string> {
  const keyOf = await keyDigest(db, institutionId);
  return (token) => keyOf('sign', token);
}
