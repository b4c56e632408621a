import { randomUUID } from 'node:crypto';

import { SignJWT } from 'jose';
import { z } from 'zod';

import { PlatformTrouble } from './platform-trouble.ts';
import { safeAddress } from './safe-address.ts';
import type { SigningKey } from './signing-keys.ts';

const Answer = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) });

export interface TokenRequest {
  readonly clientId: string;
  readonly tokenUrl: string;
  /** For whom the request is made out, where that is not the address itself. */
  readonly audience: string | null;
  readonly scope: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * An access token of the platform for one service: client credentials, with a statement signed by Kith's own key
 * (1EdTech security framework 1.0, §4.1; RFC 7523).
 *
 * @throws PlatformTrouble in a sentence, without anything the platform wrote in its body
 */
export async function accessToken(key: SigningKey, request: TokenRequest): Promise<string> {
  const { clientId, tokenUrl, audience, scope, signal } = request;
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: key.algorithm, kid: key.keyId, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience ?? tokenUrl)
    .setIssuedAt()
    .setExpirationTime('5m')
    .setJti(randomUUID())
    .sign(key.key);
  const response = await fetch(safeAddress(tokenUrl), {
    method: 'POST',
    redirect: 'error',
    signal: signal ?? AbortSignal.timeout(20_000),
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    }),
  });
  if (!response.ok) throw new PlatformTrouble(`The platform gave no token: it answered ${String(response.status)}.`);
  const said = Answer.safeParse(await response.json().catch(() => null));
  if (!said.success) throw new PlatformTrouble('What the platform gave as a token is none.');
  return said.data.access_token;
}
