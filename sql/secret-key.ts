import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Encrypts what only Kith itself reads again: client secrets, private keys. The key is a file of Kith's private folder
 * (mode 600), so a copy of the database alone opens nothing; and who loses the folder sets the secrets anew.
 */
export interface SecretKey {
  /** AES-256-GCM. `purpose` is bound to it: what was sealed for one thing does not open as another. */
  seal(text: string, purpose: string): Buffer;
  /** @throws Error with the next step where it was sealed by another key, for another purpose, or was changed */
  open(sealed: Buffer, purpose: string): string;
  /** HMAC-SHA256: the same for the same text and purpose, and without the key nobody can tell of what. */
  mark(text: string, purpose: string): Buffer;
}

const fileOf = (dir: string) => path.join(dir, 'secret.key');

/** The key of a folder; made at the first use. Commands that make it at once end up with the same one. */
export async function readSecretKey(dir: string): Promise<SecretKey> {
  return secretKey(Buffer.from((await read(dir)) ?? (await make(dir)), 'base64'));
}

const read = (dir: string): Promise<string | undefined> =>
  readFile(fileOf(dir), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });

async function make(dir: string): Promise<string> {
  await mkdir(dir, { recursive: true });
  const half = `${fileOf(dir)}.${randomBytes(6).toString('hex')}`;
  await writeFile(half, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  // Linking fails where another command was faster; then its key is the one.
  await link(half, fileOf(dir)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(half);
  return readFile(fileOf(dir), 'utf8');
}

/** @param key 32 bytes */
export function secretKey(key: Buffer): SecretKey {
  if (key.length !== 32)
    throw new Error('secret.key is damaged. Put back a copy of it, or remove it and set the secrets anew.');
  return {
    mark: (text, purpose) => createHmac('sha256', key).update(`${purpose}\0${text}`).digest(),
    seal(text, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, purpose) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(purpose));
      try {
        decipher.setAuthTag(sealed.subarray(-16));
        return decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
      } catch (error) {
        throw new Error('A secret was kept under another secret.key. Put that file back, or set the secret anew.', {
          cause: error,
        });
      }
    },
  };
}

/** What the secret of a pull is sealed for: it opens for this source and no other. */
export const pullSecretPurpose = (institutionId: number, sourceId: number): string =>
  `pull ${institutionId}/${sourceId}`;

/** What a client secret is sealed for: it opens for this client of this issuer and no other. */
export const clientSecretPurpose = ({ issuer, clientId }: { issuer: string; clientId: string }): string =>
  `client secret ${issuer} ${clientId}`;
