import type { Db } from '@kith/sql/connect.ts';

import { digest } from './canonical.ts';
import { institutionSecret } from './institution-secret.ts';

/** Turns a record's key into the uuid under which the ledger knows it. */
export type KeyDigest = (type: string, key: string) => string;

/**
 * Keys may hold an e-mail or a name, so outside `identity` only a digest of them stands, and only with the
 * institution's secret can it be made: without it nobody can try addresses until one fits.
 */
export async function keyDigest(db: Db, institutionId: number): Promise<KeyDigest> {
  const salt = (await institutionSecret(db, institutionId, 'record_key')).toString('hex');
  // Truncated to half its length, a prefixed SHA-256 cannot be extended: HMAC would only cost its second round.
  return (type, key) => digest(`${salt}\0${type}\0${key}`);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An activity keeps its statement id; an id that is no UUID becomes a digest. */
export const activityKey = (keyOf: KeyDigest, key: string): string =>
  key.length === 36 && uuid.test(key) ? key.toLowerCase() : keyOf('activity', key);
