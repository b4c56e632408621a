import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openUniversity, plantSession, sha256, type OpenUniversity } from '../support/open-university.ts';
import type { Named } from '../support/university-facts.ts';
import { grant } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const ask = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) =>
  kith.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload && { payload }) });

const me = async (cookie: string) => (await ask('GET', '/me', { cookie: `kith_session=${cookie}` })).statusCode;
const plant = (who: Named) => plantSession(kith.database.db, kith.institutionId, who.personId);
const cookieIn = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.cookies.find(({ name }) => name === 'kith_session');

async function link(who: Named, { minutes = 5, purpose = 'sign_in' } = {}): Promise<string> {
  const token = `link-${String(Math.random())}-of-${String(who.personId)}`;
  await kith.database.db
    .insertInto('ops.signInLink')
    .values({
      institutionId: kith.institutionId,
      personId: who.personId,
      tokenHash: sha256(sha256(token)),
      expiresAt: new Date(Date.now() + minutes * 60_000),
      reusable: false,
      purpose,
      createdAt: new Date(),
    })
    .execute();
  return token;
}

const useLink = (token: string, headers: Record<string, string> = {}) =>
  ask('POST', '/sign-in', { 'x-kith': '1', ...headers }, { token });

const age = (cookie: string, change: Record<string, Date>) =>
  kith.database.db
    .updateTable('ops.webSession')
    .set(change)
    .where('tokenHash', '=', sha256(sha256(cookie)))
    .execute();
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

const actions = async (who: Named) =>
  (
    await kith.database.db
      .selectFrom('ops.accessLog')
      .select(['action', 'reason'])
      .where('personId', '=', who.personId)
      .where('action', 'in', ['sign_in', 'sign_out'])
      .orderBy('logId')
      .execute()
  ).map(({ action, reason }) => `${action} ${reason}`);

describe('a sign-in link', () => {
  test('opens one session, and then no other', async () => {
    const token = await link(kith.staff.support);
    const answer = await useLink(token);
    expect(await me(cookieIn(answer)!.value)).toBe(200);
    expect((await useLink(token)).statusCode).toBe(401);
    expect(await actions(kith.staff.support)).toEqual(['sign_in link']);
  });

  test('that is over, or made for a password, signs nobody in', async () => {
    expect((await useLink(await link(kith.staff.support, { minutes: -1 }))).statusCode).toBe(401);
    expect((await useLink(await link(kith.staff.support, { purpose: 'password' }))).statusCode).toBe(401);
  });

  test('gives a cookie that scripts cannot read and other sites cannot send; on https one that no other host can plant', async () => {
    const plain = cookieIn(await useLink(await link(kith.staff.lead)));
    expect(plain).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    const secure = await useLink(await link(kith.staff.lead), { 'x-forwarded-proto': 'https' });
    expect(secure.cookies).toEqual([
      expect.objectContaining({
        name: '__Host-kith_session',
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      }),
    ]);
  });
});

describe('session fixation', () => {
  test('a token that was in the browser before is never the one that is signed in', async () => {
    const planted = 'a-token-that-the-attacker-knows-as-well-000';
    const answer = await useLink(await link(kith.staff.instructor), { cookie: `kith_session=${planted}` });
    expect(cookieIn(answer)!.value).not.toBe(planted);
    expect(await me(planted)).toBe(401);
  });

  test("signing in ends the session that was there, the attacker's own", async () => {
    const attackers = await plant(kith.staff.stranger);
    const answer = await useLink(await link(kith.staff.instructor), { cookie: `kith_session=${attackers}` });
    expect(await me(attackers)).toBe(401);
    expect(await me(cookieIn(answer)!.value)).toBe(200);
  });
});

describe('the end of a session', () => {
  test('comes after an hour without a request, and no sooner', async () => {
    const cookie = await plant(kith.staff.lead);
    await age(cookie, { lastSeenAt: ago(58) });
    expect(await me(cookie)).toBe(200);
    expect(await me(cookie)).toBe(200); // that was a request: the hour begins anew
    await age(cookie, { lastSeenAt: ago(61) });
    expect(await me(cookie)).toBe(401);
  });

  test('comes with the absolute limit, however busy it is', async () => {
    const cookie = await plant(kith.staff.lead);
    await age(cookie, { expiresAt: ago(0) });
    expect(await me(cookie)).toBe(401);
  });

  test('is noted at most once a minute', async () => {
    const cookie = await plant(kith.staff.lead);
    await me(cookie); // the first one notes the rights
    const seen = ago(0.5);
    await age(cookie, { lastSeenAt: seen });
    await me(cookie);
    const read = async () =>
      (
        await kith.database.db
          .selectFrom('ops.webSession')
          .select('lastSeenAt')
          .where('tokenHash', '=', sha256(sha256(cookie)))
          .executeTakeFirstOrThrow()
      ).lastSeenAt.getTime();
    expect(await read()).toBe(seen.getTime());
    await age(cookie, { lastSeenAt: ago(2) });
    await me(cookie);
    expect(await read()).toBeGreaterThan(ago(1).getTime());
  });

  test('here leaves the other browsers, everywhere leaves none; both are logged', async () => {
    const who = kith.staff.researcher;
    const [here, there, third] = [await plant(who), await plant(who), await plant(who)];
    const out = (cookie: string, body?: object) =>
      ask('POST', '/sign-out', { cookie: `kith_session=${cookie}`, 'x-kith': '1' }, body);
    expect((await out(here)).statusCode).toBe(200);
    expect([await me(here), await me(there)]).toEqual([401, 200]);
    expect((await out(there, { everywhere: true })).statusCode).toBe(200);
    expect([await me(there), await me(third)]).toEqual([401, 401]);
    expect(await actions(who)).toEqual(['sign_out here', 'sign_out everywhere']);
  });
});

test('when rights change the token changes; requests under way finish, the old token ends within a minute', async () => {
  const before = await plant(kith.staff.support);
  await me(before);
  await grant(kith.database.db, kith.institutionId, kith.staff.support, 'steward', null);
  const answer = await ask('GET', '/me', { cookie: `kith_session=${before}` });
  const after = cookieIn(answer)!.value;
  expect(after).not.toBe(before);
  expect(answer.json()).toMatchObject({ steward: true });
  expect([await me(before), await me(after)]).toEqual([200, 200]);
  expect(cookieIn(await ask('GET', '/me', { cookie: `kith_session=${before}` }))).toBeUndefined(); // once, not again
  const { expiresAt } = await kith.database.db
    .selectFrom('ops.webSession')
    .select('expiresAt')
    .where('tokenHash', '=', sha256(sha256(before)))
    .executeTakeFirstOrThrow();
  expect(expiresAt.getTime()).toBeLessThan(Date.now() + 61_000);
});

describe("another site's page", () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = await plant(kith.staff.instructor);
  });
  const write = (headers: Record<string, string>) =>
    ask(
      'POST',
      `/courses/${String(kith.own.courseId)}/staff`,
      { cookie: `kith_session=${cookie}`, ...headers },
      { personIds: [1] },
    );

  test.each([
    ['a form: no header of ours', {}],
    ['a script from elsewhere', { 'x-kith': '1', origin: 'https://elsewhere.example' }],
    ['a page without an origin', { 'x-kith': '1', origin: 'null' }],
    ['a browser that says so itself', { 'x-kith': '1', 'sec-fetch-site': 'cross-site' }],
    ['another host of the same domain', { 'x-kith': '1', 'sec-fetch-site': 'same-site' }],
  ])('changes nothing: %s', async (_, headers) => {
    expect((await write(headers)).statusCode).toBe(403);
  });

  test('gets no answer to a preflight', async () => {
    const answer = await kith.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/sign-out',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test("does not stop Kith's own", async () => {
    const own = {
      'x-kith': '1',
      host: 'kith.example.edu',
      origin: 'https://kith.example.edu',
      'sec-fetch-site': 'same-origin',
    };
    expect((await write(own)).statusCode).toBe(200);
  });
});
