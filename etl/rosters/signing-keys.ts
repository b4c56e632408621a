import { randomUUID } from 'node:crypto';

import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type CryptoKey } from 'jose';

const day = 86_400_000;

/** RS256 is what the 1EdTech security framework asks every platform to understand. */
const algorithm = 'RS256';
/** A key is replaced after half a year, is published a day before it signs, and a month after it was replaced. */
const lifetime = 182 * day;
const notice = day;
const afterglow = 30 * day;

const purpose = (keyId: string) => `signing key ${keyId}`;

export interface SigningKey {
  readonly keyId: string;
  readonly algorithm: string;
  readonly key: CryptoKey;
}

/** Every institution with a learning platform has a key that is not too old. Answers how many were made. */
export async function keepKeys(db: Db, secretKey: SecretKey, now = new Date()): Promise<number> {
  const needed = await db
    .selectFrom('ops.identityProvider')
    .select('institutionId')
    .where('kind', '=', 'lti')
    .distinct()
    .execute();
  let made = 0;
  for (const { institutionId } of needed) {
    const newest = await newestKey(db, institutionId);
    if (newest && newest.createdAt.getTime() > now.getTime() - lifetime) continue;
    await rotateKey(db, secretKey, institutionId, now);
    made++;
  }
  return made;
}

const newestKey = (db: Db, institutionId: number) =>
  db
    .selectFrom('ops.signingKey')
    .select(['keyId', 'createdAt'])
    .where('institutionId', '=', institutionId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * A new key. The first one signs at once, another from tomorrow on: platforms that keep a copy of the key set have it
 * by then. The one before stays published for a month, for what it has signed.
 *
 * @param atOnce the one before is not to be trusted any more: it is withdrawn, and the new one signs now
 * @returns the id of the new key
 */
export async function rotateKey(
  db: Db,
  secretKey: SecretKey,
  institutionId: number,
  now = new Date(),
  atOnce = false,
): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const keyId = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid: keyId, alg: algorithm, use: 'sig' };
  const sealed = secretKey.seal(await exportPKCS8(privateKey), purpose(keyId));
  await db.transaction().execute(async (tx) => {
    const first = (await newestKey(tx, institutionId)) === undefined;
    const signsFrom = first || atOnce ? now : new Date(now.getTime() + notice);
    await tx
      .updateTable('ops.signingKey')
      .set({ publishedUntil: atOnce ? now : new Date(signsFrom.getTime() + afterglow) })
      .where('institutionId', '=', institutionId)
      .where((is) => is.or([is('publishedUntil', 'is', null), is('publishedUntil', '>', now)]))
      .execute();
    await tx
      .insertInto('ops.signingKey')
      .values({
        institutionId,
        keyId,
        publicJwk: JSON.stringify(publicJwk),
        privateKey: sealed,
        createdAt: now,
        signsFrom,
      })
      .execute();
    await tx
      .deleteFrom('ops.signingKey')
      .where('institutionId', '=', institutionId)
      .where('publishedUntil', '<', new Date(now.getTime() - afterglow))
      .execute();
  });
  return keyId;
}

/** The key that signs now. Throws where there is none, or where it was sealed by another secret key. */
export async function signingKey(
  db: Db,
  secretKey: SecretKey,
  institutionId: number,
  now = new Date(),
): Promise<SigningKey> {
  const row = await db
    .selectFrom('ops.signingKey')
    .select(['keyId', 'privateKey'])
    .where('institutionId', '=', institutionId)
    .where('signsFrom', '<=', now)
    .where((is) => is.or([is('publishedUntil', 'is', null), is('publishedUntil', '>', now)]))
    .orderBy('signsFrom', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Error('Kith has no key of its own yet: "kith up" makes one, or "kith provider rotate".');
  const pem = secretKey.open(row.privateKey, purpose(row.keyId));
  return { keyId: row.keyId, algorithm, key: await importPKCS8(pem, algorithm) };
}
