import * as client from 'openid-client';
import type { Provider, Vouched } from '../queries/providers.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { secretOf } from './secret.ts';

/** What the provider publishes, kept for an hour: keys may turn, and a mistake may be mended. */
const hour = 3_600_000;
const known = new Map<number, { until: number; config: Promise<client.Configuration> }>();

export function configurationOf(provider: Provider, key: SecretKey): Promise<client.Configuration> {
  const kept = known.get(provider.providerId);
  if (kept !== undefined && kept.until > Date.now()) return kept.config;
  const config = discover(provider, key);
  known.set(provider.providerId, { until: Date.now() + hour, config });
  // What failed is asked for anew the next time.
  config.catch(() => known.delete(provider.providerId));
  return config;
}

/** Its secret was replaced: what was asked with the old one is not used again. */
export const forget = (providerId: number): boolean => known.delete(providerId);

async function discover(provider: Provider, key: SecretKey): Promise<client.Configuration> {
  const { issuer, clientId } = provider;
  const secret = await secretOf(provider, key);
  const server = new URL(issuer);
  // Plain http only to this very machine: nobody else can listen there.
  const here = server.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(server.hostname);
  const authentication = secret === undefined ? client.None() : client.ClientSecretPost(secret);
  return client.discovery(server, clientId, secret, authentication, {
    timeout: 10,
    ...(here && { execute: [client.allowInsecureRequests] }), // eslint-disable-line @typescript-eslint/no-deprecated -- marked so that it stands out; only for loopback
  });
}

export interface Beginning {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Where the browser is sent: code flow with PKCE, state and nonce. */
export async function authorizeUrl(provider: Provider, key: SecretKey, beginning: Beginning): Promise<URL> {
  const { redirectUri, state, nonce, verifier } = beginning;
  return client.buildAuthorizationUrl(await configurationOf(provider, key), {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * Redeems the code and checks everything about the answer: state, issuer of the response, signature, issuer, audience,
 * expiry and nonce of the ID token.
 *
 * @throws whatever does not hold
 */
export async function vouchedBy(
  provider: Provider,
  key: SecretKey,
  answer: URL,
  { state, nonce, verifier }: Omit<Beginning, 'redirectUri'>,
): Promise<Vouched> {
  const tokens = await client.authorizationCodeGrant(await configurationOf(provider, key), answer, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error('The provider sent no ID token.');
  const { email, email_verified: verified, name } = claims;
  return {
    providerId: provider.providerId,
    subject: claims.sub,
    email: typeof email === 'string' && (verified === true || provider.trustsEmail) ? email : null,
    name: typeof name === 'string' ? name : null,
  };
}
