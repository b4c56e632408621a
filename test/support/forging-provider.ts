import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** A provider that answers any code with a token signed by its own key, saying what the test wants. */
export interface Forger {
  readonly issuer: string;
  /** Written into its next ID token beside, or in place of, what is right. */
  claims: Record<string, unknown>;
  close(): void;
}

export async function forgingProvider(usual: Record<string, unknown>): Promise<Forger> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const server = createServer((request, response) => {
    void answer(request.url ?? '').then((body) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const forger: Forger = { issuer, claims: {}, close: () => void server.close() };

  async function answer(url: string): Promise<object> {
    if (url.includes('openid-configuration')) {
      const [authorization, token, jwks] = [`${issuer}/auth`, `${issuer}/token`, `${issuer}/jwks`];
      const endpoints = { authorization_endpoint: authorization, token_endpoint: token, jwks_uri: jwks };
      return { issuer, ...endpoints, response_types_supported: ['code'], subject_types_supported: ['public'] };
    }
    if (url === '/jwks') return { keys: [jwk] };
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: 'x', iat: now, exp: now + 300, ...usual, ...forger.claims };
    const idToken = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
    return { access_token: 'a', token_type: 'Bearer', id_token: idToken };
  }
  return forger;
}
