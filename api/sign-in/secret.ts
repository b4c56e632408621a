import { readFile } from 'node:fs/promises';

/** A client secret from where the database says it is: `env:KITH_OIDC_SECRET` or `file:/run/secrets/oidc`. */
export async function secretFrom(place: string | null): Promise<string | undefined> {
  if (place === null) return undefined;
  const [kind, name] = [place.slice(0, place.indexOf(':')), place.slice(place.indexOf(':') + 1)];
  const secret = kind === 'env' ? process.env[name] : (await readFile(name, 'utf8')).trim();
  if (!secret) throw new Error(`There is no secret in ${place}: set it where Kith is started.`);
  return secret;
}
