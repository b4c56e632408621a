import { createHash, randomBytes } from 'node:crypto';

import type { Db } from '@kith/sql/connect.ts';

export interface LinkRequest {
  readonly institutionId: number;
  readonly personId: number;
  /** How long it can be used. */
  readonly hours: number;
  /** Works until it expires, not once: for the demo only. */
  readonly reusable?: boolean;
  /** `password`: sets a new one on `/sign-in/password?token=…` and signs nobody in. */
  readonly purpose?: 'sign_in' | 'password';
}

/**
 * Makes a sign-in link and returns its token, 43 characters that fit an address. The token itself is stored nowhere.
 *
 * The app passes SHA-256 of the token to `ops.use_sign_in_link`, which looks for the SHA-256 of what it is given: so a
 * statement log of the database never holds what signs in, and a copy of the table holds nothing that does either.
 */
export async function makeLink(
  db: Db,
  { institutionId, personId, hours, reusable = false, purpose = 'sign_in' }: LinkRequest,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await db
    .insertInto('ops.signInLink')
    .values({
      institutionId,
      personId,
      tokenHash: sha256(sha256(token)),
      expiresAt: new Date(now + hours * 3_600_000),
      reusable,
      purpose,
      createdAt: new Date(now),
    })
    .execute();
  return token;
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
