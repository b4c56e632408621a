import { readFile } from 'node:fs/promises';
import { clientSecretPurpose, type SecretKey } from '@kith/sql/secret-key.ts';
import type { Provider } from '../queries/providers.ts';

type Kept = Pick<Provider, 'issuer' | 'clientId' | 'clientSecret' | 'secretFrom'>;

/** A client secret as the database keeps it. */
export const sealSecret = (secret: string, provider: Pick<Provider, 'issuer' | 'clientId'>, key: SecretKey): Buffer =>
  key.seal(secret, clientSecretPurpose(provider));

/** The client secret of a provider; undefined where it has none. */
export async function secretOf(provider: Kept, key: SecretKey): Promise<string | undefined> {
  const { clientSecret, secretFrom } = provider;
  if (clientSecret !== null) return key.open(clientSecret, clientSecretPurpose(provider));
  return secretFrom === null ? undefined : secretAt(secretFrom);
}

/** A secret from where the database says it is: `env:KITH_OIDC_SECRET` or `file:/run/secrets/oidc`. */
async function secretAt(place: string): Promise<string> {
  const [kind, name] = [place.slice(0, place.indexOf(':')), place.slice(place.indexOf(':') + 1)];
  const secret = kind === 'env' ? process.env[name] : (await readFile(name, 'utf8')).trim();
  if (!secret) throw new Error(`There is no secret in ${place}: set it where Kith is started.`);
  return secret;
}
