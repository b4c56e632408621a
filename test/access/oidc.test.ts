import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { forgingProvider, type Forger } from '../support/forging-provider.ts';
import { Jar } from '../support/jar.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

const host = 'kith.example.edu';
const callback = `https://${host}/api/v1/sign-in/oidc/callback`;
const secret = 'a secret of the test';

let kith: OpenUniversity;
let child: ChildProcess;
let forger: Forger;
let issuer: string;
let honest: number;
let forged: number;
beforeAll(async () => {
  kith = await openUniversity();
  process.env.KITH_TEST_OIDC_SECRET = secret;
  child = spawn(process.execPath, [path.join(import.meta.dirname, '../support/oidc-provider.ts'), callback], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  [issuer] = (await once(createInterface(child.stdout!), 'line')) as [string];
  honest = await addProvider('University account', issuer);
  forger = await forgingProvider({ aud: 'kith', email: addressOf(kith.staff.admin.name), email_verified: true });
  forged = await addProvider('Another provider', forger.issuer);
});
afterAll(async () => {
  child.stdin!.end();
  forger.close();
  await kith.close();
});

const addProvider = async (title: string, from: string) =>
  (
    await kith.database.db
      .insertInto('ops.identityProvider')
      .values({
        institutionId: kith.institutionId,
        kind: 'oidc',
        title,
        issuer: from,
        clientId: 'kith',
        secretFrom: 'env:KITH_TEST_OIDC_SECRET',
        trustsEmail: false,
        deploymentIds: [],
        subjectIsKey: false,
        createdAt: new Date(),
      })
      .returning('providerId')
      .executeTakeFirstOrThrow()
  ).providerId;

const get = (url: string, cookie = '') =>
  kith.app.inject({ url, headers: { host, 'x-forwarded-proto': 'https', cookie, 'x-forwarded-for': address() } });
let asked = 0;
const address = () => `10.4.${String(asked >> 6)}.${String(asked++ & 63)}`;

/** Begins at Kith: where the browser is sent, and the cookie that binds it. */
async function begin(provider = honest): Promise<{ url: URL; cookie: string }> {
  const answer = await get(`/api/v1/sign-in/oidc/${String(provider)}`);
  const flow = answer.cookies.find(({ name }) => name.endsWith('kith_flow'))!;
  expect(flow).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax' });
  return { url: new URL(answer.headers.location!), cookie: `${flow.name}=${flow.value}` };
}

/** Signs in at the provider; the address that it sends the browser back to. */
function atProvider(url: URL, who: string, change: Record<string, string> = {}): Promise<URL> {
  for (const [name, value] of Object.entries({ login_hint: who, ...change })) url.searchParams.set(name, value);
  return new Jar().followTo(url, callback);
}

async function back(answer: URL, cookie: string) {
  const { headers, cookies } = await get(answer.pathname + answer.search, cookie);
  return { to: headers.location, session: cookies.find(({ name }) => name === '__Host-kith_session')?.value };
}

const refused = { to: '/sign-in?trouble=refused', session: undefined };
const over = { to: '/sign-in?trouble=over', session: undefined };

test('a verified address that Kith knows is let in, as that person', async () => {
  const { url, cookie } = await begin();
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256' });
  const { to, session } = await back(await atProvider(url, addressOf(kith.staff.instructor.name)), cookie);
  expect(to).toBe('/');
  const me = await get('/api/v1/me', `__Host-kith_session=${session!}`);
  expect(me.json()).toMatchObject({ personId: kith.staff.instructor.personId, roles: ['instructor'] });
});

test('the same answer a second time lets nobody in', async () => {
  const { url, cookie } = await begin();
  const answer = await atProvider(url, addressOf(kith.staff.instructor.name));
  expect((await back(answer, cookie)).to).toBe('/');
  expect(await back(answer, cookie)).toEqual(over);
});

test('a code that was redeemed is refused by the provider, even in a flow of its own', async () => {
  const first = await begin();
  const answer = await atProvider(first.url, addressOf(kith.staff.instructor.name));
  await back(answer, first.cookie);
  const second = await begin();
  answer.searchParams.set('state', second.url.searchParams.get('state')!);
  expect(await back(answer, second.cookie)).toEqual(refused);
});

describe('nobody is let in', () => {
  const who = () => addressOf(kith.staff.instructor.name);

  test('with a state Kith never gave, or none', async () => {
    const { url, cookie } = await begin();
    const answer = await atProvider(url, who(), { state: 'a-state-of-somebody-else' });
    expect(await back(answer, cookie)).toEqual(over);
    answer.searchParams.delete('state');
    expect(await back(answer, cookie)).toEqual(over);
  });

  test('in another browser than the one that began: a stolen answer is worth nothing', async () => {
    const { url } = await begin();
    const answer = await atProvider(url, who());
    expect(await back(answer, (await begin()).cookie)).toEqual(over);
    expect(await back(answer, '')).toEqual(over);
  });

  test('with a token of another nonce', async () => {
    const { url, cookie } = await begin();
    expect(await back(await atProvider(url, who(), { nonce: 'another' }), cookie)).toEqual(refused);
  });

  test('with a code that another client was given', async () => {
    const { url, cookie } = await begin();
    expect(await back(await atProvider(url, who(), { client_id: 'another' }), cookie)).toEqual(refused);
  });

  test("with a code that another browser's challenge was for", async () => {
    const { url, cookie } = await begin();
    const challenge = (await begin()).url.searchParams.get('code_challenge')!;
    expect(await back(await atProvider(url, who(), { code_challenge: challenge }), cookie)).toEqual(refused);
  });

  test('by a mix-up: the answer of one provider in the flow of another', async () => {
    const { url } = await begin();
    const answer = await atProvider(url, who());
    expect(answer.searchParams.get('iss')).toBe(issuer);
    const other = await begin(forged);
    answer.searchParams.set('state', other.url.searchParams.get('state')!);
    forger.claims = { nonce: other.url.searchParams.get('nonce') };
    expect(await back(answer, other.cookie)).toEqual(refused);
  });
});

describe('a token that is signed by the right key', () => {
  const withClaims = async (claims: Record<string, unknown>) => {
    const { url, cookie } = await begin(forged);
    forger.claims = { nonce: url.searchParams.get('nonce'), ...claims };
    return back(new URL(`${callback}?code=c&state=${url.searchParams.get('state')!}`), cookie);
  };

  test('lets in when all of it is right, so that the next tests say something', async () => {
    expect((await withClaims({})).to).toBe('/');
  });

  test.each([
    ['is for another audience', { aud: 'another' }],
    ['is of another issuer', { iss: 'https://elsewhere.example' }],
    ['is over', { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['has no nonce', { nonce: undefined }],
    ['was made for somebody else among several audiences', { aud: ['kith', 'another'], azp: 'another' }],
  ])('lets nobody in when it %s', async (_, wrong) => {
    expect(await withClaims(wrong)).toEqual(refused);
  });
});

describe('whom Kith does not recognise', () => {
  const attempt = async (who: string) => {
    const { url, cookie } = await begin();
    return back(await atProvider(url, who), cookie);
  };
  const list = async () =>
    (await kith.ask('steward', 'GET', '/api/v1/sign-in/waiting')).json<{ waitingId: number; subject: string }[]>();
  const decide = (waitingId: number, email: string | null) =>
    kith.ask('steward', 'POST', `/api/v1/sign-in/waiting/${String(waitingId)}`, { email });

  test('waits for the steward and is let in once joined', async () => {
    expect(await attempt('somebody@elsewhere.example')).toEqual({ to: '/sign-in?trouble=waiting', session: undefined });
    expect((await attempt('somebody@elsewhere.example')).session).toBeUndefined();
    const [one, ...more] = await list();
    expect(more).toEqual([]);
    expect(one).toMatchObject({ subject: 'somebody@elsewhere.example', email: 'somebody@elsewhere.example' });
    expect((await decide(one!.waitingId, 'nobody@example.edu')).statusCode).toBe(404);
    expect((await decide(one!.waitingId, addressOf(kith.staff.lead.name))).statusCode).toBe(200);
    expect(await list()).toEqual([]);
    const { session } = await attempt('somebody@elsewhere.example');
    const me = await get('/api/v1/me', `__Host-kith_session=${session!}`);
    expect(me.json()).toMatchObject({ personId: kith.staff.lead.personId });
  });

  test('stays outside once refused', async () => {
    await attempt('unwanted@elsewhere.example');
    const [one] = await list();
    expect((await decide(one!.waitingId, null)).statusCode).toBe(200);
    expect((await attempt('unwanted@elsewhere.example')).session).toBeUndefined();
    expect(await list()).toEqual([]);
  });

  test('is everybody whose address the provider does not vouch for', async () => {
    expect((await attempt(`unverified:${addressOf(kith.staff.admin.name)}`)).session).toBeUndefined();
    const [one] = await list();
    expect(one).toMatchObject({ email: null });
  });
});
