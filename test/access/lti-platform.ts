import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { deploymentIds, launches } from './lti-launches.ts';

export const clientId = '10000000000002';
export const host = 'kith.example.edu';
const kid = '2018-06-18T22:33:20Z';
export type Claims = Record<string, unknown>;
type Fields = Record<string, string>;

export const now = (): number => Math.floor(Date.now() / 1000);

/** The platform's side of a launch: it publishes its key, and signs whatever a test wants it to say. */
export class Platform {
  readonly kith: OpenUniversity;
  readonly issuer: string;
  readonly close: () => Promise<void>;
  private readonly key: CryptoKey;
  private asked = 0;

  private constructor(kith: OpenUniversity, issuer: string, key: CryptoKey, close: () => Promise<void>) {
    [this.kith, this.issuer, this.key, this.close] = [kith, issuer, key, close];
  }

  static async open(): Promise<Platform> {
    const kith = await openUniversity();
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
    const server = createServer((_, response) => response.end(JSON.stringify({ keys: [jwk] }))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    await register(kith, issuer);
    return new Platform(kith, issuer, privateKey, async () => {
      server.close();
      await kith.close();
    });
  }

  /** A form of the platform's page, or a link of it. */
  send(method: 'GET' | 'POST', url: string, fields: Fields, headers: Fields = {}) {
    const sent = new URLSearchParams(fields).toString();
    return this.kith.app.inject({
      method,
      url: method === 'GET' ? `${url}?${sent}` : url,
      headers: {
        host,
        'x-forwarded-proto': 'https',
        'x-forwarded-for': `10.6.0.${String(this.asked++)}`,
        origin: this.issuer,
        'sec-fetch-site': 'cross-site',
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(method === 'POST' && { payload: sent }),
    });
  }

  /** Sets up a second platform in Kith, with the same keys: only its name tells it from the first. */
  async alsoKnownAs(issuer: string): Promise<void> {
    const { database, institutionId, sourceId } = this.kith;
    const platform = await database.db
      .selectFrom('ops.identityProvider')
      .selectAll()
      .where('issuer', '=', this.issuer)
      .executeTakeFirstOrThrow();
    const { providerId: _, ...same } = platform;
    await database.db
      .insertInto('ops.identityProvider')
      .values({ ...same, institutionId, sourceId, issuer, title: 'Another platform' })
      .execute();
  }

  initiation(iss = this.issuer) {
    return {
      iss,
      login_hint: '535fa085',
      client_id: clientId,
      target_link_uri: `https://${host}/lti/launch`,
      lti_message_hint: 'eyJ0',
      lti_storage_target: 'post_message_forwarding',
    };
  }

  async begin(method: 'GET' | 'POST' = 'POST', iss = this.issuer) {
    const answer = await this.send(method, '/lti/login', this.initiation(iss));
    const flow = answer.cookies.find(({ name }) => name.endsWith('kith_flow'))!;
    const asks = Object.fromEntries(new URL(answer.headers.location!).searchParams);
    return { asks, flow, cookie: `${flow.name}=${flow.value}` };
  }

  signed(claims: Claims, key: CryptoKey | Uint8Array = this.key, alg = 'RS256'): Promise<string> {
    return new SignJWT({ iss: this.issuer, iat: now(), exp: now() + 300, ...claims })
      .setProtectedHeader({ alg, kid, typ: 'JWT' })
      .sign(key);
  }

  async launch(claims: Claims, make = (all: Claims) => this.signed(all)) {
    const { asks, cookie } = await this.begin();
    const again = { state: asks.state!, id_token: await make({ nonce: asks.nonce, ...claims }) };
    const answer = await this.send('POST', '/lti/launch', again, { cookie });
    const session = answer.cookies.find(({ name }) => name === '__Host-kith_session')?.value;
    return { to: answer.headers.location, session, again, cookie };
  }

  /** Asks Kith as whoever has the session. */
  ask(url: string, session: string | undefined) {
    return this.send('GET', url, {}, { cookie: `__Host-kith_session=${session ?? ''}` });
  }
}

/** The registration, and one person whom every launch means: who teaches physics by roster; the platform says poetry. */
async function register({ database, institutionId, sourceId, staff }: OpenUniversity, issuer: string): Promise<void> {
  await database.db
    .insertInto('ops.identityProvider')
    .values({
      institutionId,
      sourceId,
      kind: 'lti',
      title: 'Learning platform',
      issuer,
      clientId,
      trustsEmail: false,
      authorizeUrl: `${issuer}/authorize`,
      jwksUrl: `${issuer}/jwks`,
      deploymentIds,
      subjectIsKey: false,
      createdAt: new Date(),
    })
    .execute();
  const claim = { institutionId, scheme: 'lti_sub', issuer, accountId: staff.stranger.accountId, verified: true };
  const values = Object.values(launches).map(({ sub }) => ({ ...claim, value: sub }));
  await database.db.insertInto('identity.claim').values(values).execute();
}
