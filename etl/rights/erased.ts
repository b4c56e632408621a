import type { Db } from '@kith/sql/connect.ts';

import type { KeyDigest } from '../load/key-digest.ts';

/** An account of the person, with what its source calls it. */
export interface ErasedAccount {
  readonly accountId: number;
  readonly sourceId: number;
  readonly key: string;
}

/** Under which the ledger of erasures knows an account; no other digest of the same key is equal to it. */
export const erasedDigest = (keyOf: KeyDigest, key: string): string => keyOf('erased', key);

/** Whether a person's key belongs to somebody who was erased from this source. */
export type IsErased = (key: string | undefined) => boolean;

/** Undefined where nobody was erased, as nearly always: then a load asks nothing of any record. */
export async function erasedOf(
  db: Db,
  { institutionId, sourceId }: { institutionId: number; sourceId: number },
  keyOf: KeyDigest,
): Promise<IsErased | undefined> {
  const rows = await db
    .selectFrom('identity.erased')
    .select('keyDigest')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .execute();
  if (rows.length === 0) return undefined;
  const digests = new Set(rows.map(({ keyDigest }) => keyDigest.replaceAll('-', ''))); // as the digest is written
  return (key) => key !== undefined && digests.has(erasedDigest(keyOf, key));
}
