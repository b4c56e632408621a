import { hash } from '@node-rs/argon2';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';
import type { Named } from '../support/university-facts.ts';

const password = 'correct horse battery staple';
let kith: OpenUniversity;
let number = 0;

beforeAll(async () => {
  kith = await openUniversity();
  for (const who of [kith.staff.instructor, kith.staff.lead]) {
    await kith.database.db
      .insertInto('ops.localAccount')
      .values({
        institutionId: kith.institutionId,
        personId: who.personId,
        passwordHash: await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
        changedAt: new Date(),
      })
      .execute();
  }
});
beforeEach(() => kith.database.db.deleteFrom('ops.signInTry').execute());
afterAll(() => kith.close());

const signIn = (who: Named, typed: string, address = `10.0.${String(number >> 8)}.${String(number++ & 255)}`) =>
  post('/sign-in/password', { email: addressOf(who.name), password: typed }, address);

const post = (url: string, payload: object, address = '10.9.9.9') =>
  kith.app.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'x-kith': '1', 'x-forwarded-for': address },
    payload,
  });

const statuses = async (answers: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(answers)).map(({ statusCode }) => statusCode);

test('the right password opens a session, whatever the case of the address', async () => {
  const email = addressOf(kith.staff.instructor.name).toUpperCase();
  const answer = await post('/sign-in/password', { email, password });
  expect(answer.statusCode).toBe(200);
  const cookie = answer.cookies.find(({ name }) => name === 'kith_session')!.value;
  const me = await kith.app.inject({ url: '/api/v1/me', headers: { cookie: `kith_session=${cookie}` } });
  expect(me.json()).toMatchObject({ personId: kith.staff.instructor.personId });
});

test('a wrong password, a person without one and a stranger get the same answer', async () => {
  const bodies = await Promise.all([
    signIn(kith.staff.instructor, 'wrong'),
    signIn(kith.staff.steward, 'wrong'),
    post('/sign-in/password', { email: 'nobody@example.edu', password: 'wrong' }),
  ]);
  const said = bodies.map((answer) => {
    const { instance: _, ...rest } = answer.json<{ instance: string }>();
    return rest;
  });
  expect(bodies.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
});

test("an address that is not verified, or is two people's, signs nobody in", async () => {
  const { db } = kith.database;
  const claim = { institutionId: kith.institutionId, scheme: 'email', issuer: '', verified: true };
  const email = addressOf(kith.staff.lead.name);
  await db.updateTable('identity.claim').set({ verified: false }).where('value', '=', email).execute();
  expect((await signIn(kith.staff.lead, password)).statusCode).toBe(401);
  await db.updateTable('identity.claim').set({ verified: true }).where('value', '=', email).execute();
  expect((await signIn(kith.staff.lead, password)).statusCode).toBe(200);
  const { accountId } = kith.staff.instructor;
  await db
    .insertInto('identity.claim')
    .values({ ...claim, value: email, accountId })
    .execute();
  expect((await signIn(kith.staff.lead, password)).statusCode).toBe(401);
  await db.deleteFrom('identity.claim').where('value', '=', email).where('accountId', '=', accountId).execute();
});

describe('after five wrong passwords from one place', () => {
  test('Kith waits there, longer each time, and says how long; elsewhere it does not', async () => {
    for (let round = 0; round < 5; round++) {
      expect((await signIn(kith.staff.instructor, 'wrong', '10.1.1.1')).statusCode).toBe(401);
    }
    const refused = await signIn(kith.staff.instructor, password, '10.1.1.1');
    expect(refused.statusCode).toBe(429);
    const waits = Number(refused.headers['retry-after']);
    expect(waits).toBeGreaterThan(20);
    expect(waits).toBeLessThanOrEqual(30);
    expect((await signIn(kith.staff.instructor, password, '10.1.1.2')).statusCode).toBe(200);

    await kith.database.db.updateTable('ops.signInTry').set({ blockedUntil: new Date() }).execute();
    expect((await signIn(kith.staff.instructor, 'wrong', '10.1.1.1')).statusCode).toBe(401);
    const again = await signIn(kith.staff.instructor, password, '10.1.1.1');
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(30);
  });

  test('a hundred at once are no way around it', async () => {
    const answers = await statuses(
      Array.from({ length: 59 }, () => signIn(kith.staff.instructor, 'wrong', '10.1.2.1')),
    );
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every((status) => status === 401 || status === 429)).toBe(true);
  });
});

test('one network address that tries very often is asked to wait, whatever it types', async () => {
  const answers: number[] = [];
  for (let round = 0; round < 70; round++) {
    const body = { email: `nobody${String(round)}@example.edu`, password: 'wrong' };
    answers.push((await post('/sign-in/password', body, '10.1.3.1')).statusCode);
  }
  expect(answers.slice(0, 60).every((status) => status === 401)).toBe(true);
  expect(answers.slice(60).every((status) => status === 429)).toBe(true);
});

test('10,000 wrong passwords from 10,000 addresses: nothing gets in, the owner and others do, and it is soon over', async () => {
  expect((await signIn(kith.staff.instructor, password, '10.200.0.1')).statusCode).toBe(200);
  const began = Date.now();
  const counts = new Map<number, number>();
  for (let batch = 0; batch < 100; batch++) {
    const answers = await statuses(
      Array.from({ length: 100 }, (_, index) =>
        signIn(kith.staff.instructor, 'wrong', `11.${String(batch)}.${String(index)}.1`),
      ),
    );
    for (const status of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const seconds = (Date.now() - began) / 1000;
  expect([...counts.keys()].sort()).toEqual([401, 429]);
  expect(counts.get(401)).toBeLessThanOrEqual(60);
  expect(seconds).toBeLessThan(120);
  // From a new place even the right password has to wait; from where the owner came before, it does not.
  expect((await signIn(kith.staff.instructor, password, '12.0.0.1')).statusCode).toBe(429);
  expect((await signIn(kith.staff.instructor, password, '10.200.0.1')).statusCode).toBe(200);
  expect((await signIn(kith.staff.lead, password, '11.5.5.1')).statusCode).toBe(200);
}, 180_000);

describe('a link that sets a password', () => {
  // Even of the demo's kind, which signs in as often as one likes, it sets a password once.
  const link = (who: Named, purpose: 'password' | 'sign_in' = 'password') => {
    const { database, institutionId } = kith;
    return makeLink(database.db, { institutionId, personId: who.personId, hours: 1, reusable: true, purpose });
  };
  const set = (token: string, next: string) => post('/sign-in/password/new', { token, password: next });

  test('works once, ends every session and every other such link', async () => {
    const who = kith.staff.lead;
    const session = await plantSession(kith.database.db, kith.institutionId, who.personId);
    const [token, other] = [await link(who), await link(who)];
    expect((await set(token, 'a new one that is long')).statusCode).toBe(200);
    expect((await set(token, 'another that is long')).statusCode).toBe(401);
    expect((await set(other, 'another that is long')).statusCode).toBe(401);
    const me = await kith.app.inject({ url: '/api/v1/me', headers: { cookie: `kith_session=${session}` } });
    expect(me.statusCode).toBe(401);
    expect((await signIn(who, password)).statusCode).toBe(401);
    expect((await signIn(who, 'a new one that is long')).statusCode).toBe(200);
    const [stored] = await kith.database.db
      .selectFrom('ops.localAccount')
      .selectAll()
      .where('personId', '=', who.personId)
      .execute();
    expect(stored!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('refuses a short one, and a link that signs in', async () => {
    expect((await set(await link(kith.staff.lead), 'short')).statusCode).toBe(400);
    expect((await set(await link(kith.staff.lead, 'sign_in'), 'a new one that is long')).statusCode).toBe(401);
  });
});
