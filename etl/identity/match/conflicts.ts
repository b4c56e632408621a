import { sql } from 'kysely';

import type { Matching } from '../matching.ts';
import type { Sign } from '../same-person.ts';
import { between, signDigest } from './words.ts';

/** Keeps the queue of signs that lead to two people, for the accounts in `load_reach`. */
export async function keepConflicts(
  { db, institutionId, visibleAt }: Matching,
  signs: readonly Sign[],
  conflicts: ReadonlySet<string>,
): Promise<void> {
  const carried = signs.filter(({ token }) => conflicts.has(token));
  const signOf = carried.length === 0 ? undefined : await signDigest(db, institutionId);
  const lines = carried.map(({ accountId, token }) => {
    const [scheme = '', issuer = '', ...value] = token.split(between);
    return { account_id: accountId, sign: signOf!(token), scheme, issuer, value: value.join(between) };
  });
  await sql`
    delete from identity.match_conflict as c using load_reach as r
    where c.institution_id = ${institutionId} and c.account_id = r.account_id
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as still (account_id bigint, sign uuid)
        where still.account_id = c.account_id and still.sign = c.sign)`.execute(db);
  await sql`
    insert into identity.match_conflict (institution_id, sign, account_id, scheme, issuer, value, found_at)
    select ${institutionId}::bigint, sign, account_id, scheme, issuer, value, ${visibleAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as found (account_id bigint, sign uuid, scheme text, issuer text, value text)
    on conflict (institution_id, sign, account_id) do nothing`.execute(db);
}
