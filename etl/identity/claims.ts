import { sql } from 'kysely';

import type { Merge } from '../load/merge/merge.ts';
import type { RecordOf } from '../records/record.ts';
import { normalisedClaims } from './normalise.ts';

/** Accounts whose claims are read and written at once. */
const batch = 2_000;

/** Replaces the claims of the accounts in `load_said_person` by what all connectors of their source say now. */
export async function replaceClaims({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    delete from identity.claim as c using load_said_person as s
    where c.institution_id = ${institutionId} and c.account_id = s.account_id`.execute(db);
  for (let after = 0; ;) {
    const { rows } = await sql<{ accountId: number; claims: RecordOf<'person'>['claims'][] }>`
      select account_id, r -> 'claims' as claims from load_said_person
      where account_id > ${after} order by account_id limit ${batch}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.accountId;
    const claims = rows.flatMap(({ accountId, claims: said }) =>
      normalisedClaims(said.flat(), source).map((claim) => ({ accountId, ...claim })),
    );
    await sql`
      insert into identity.claim (institution_id, scheme, issuer, value, account_id, verified, valid_from, valid_to)
      select ${institutionId}::bigint, scheme, issuer, value, account_id, verified, valid_from, valid_to
      from unnest(
        ${claims.map(({ scheme }) => scheme)}::text[], ${claims.map(({ issuer }) => issuer)}::text[],
        ${claims.map(({ value }) => value)}::text[], ${claims.map(({ accountId }) => accountId)}::bigint[],
        ${claims.map(({ verified }) => verified)}::boolean[], ${claims.map(({ from }) => from ?? null)}::timestamptz[],
        ${claims.map(({ to }) => to ?? null)}::timestamptz[]
      ) as c (scheme, issuer, value, account_id, verified, valid_from, valid_to)
      on conflict (institution_id, scheme, issuer, value, account_id) do nothing`.execute(db);
  }
}
