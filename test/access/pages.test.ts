import { hash } from '@node-rs/argon2';
import { startServer, type Server } from '@kith/api/server.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';
import { addressOf, type Named } from '../support/university-facts.ts';

/** The pages of this area, as a browser without scripts gets them. They are built by `npm test`. */
let kith: OpenUniversity;
let server: Server;
beforeAll(async () => {
  kith = await openUniversity();
  server = await startServer({ appUrl: kith.database.urls.app, quiet: true });
});
afterAll(async () => {
  await server.close();
  await kith.close();
});

const cookieOf = async (who: Named) =>
  `kith_session=${await plantSession(kith.database.db, kith.institutionId, who.personId)}`;

const open = async (path: string, who: Named) =>
  fetch(server.url + path, { headers: { cookie: await cookieOf(who) }, redirect: 'manual' });

const submit = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, cookie, accept: 'text/html' },
    body: new URLSearchParams(fields),
  });

test('the sign-in form takes an address and a password, and says when they do not fit', async () => {
  await kith.database.db
    .insertInto('ops.localAccount')
    .values({
      institutionId: kith.institutionId,
      personId: kith.staff.steward.personId,
      passwordHash: await hash('a long enough password', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
      changedAt: new Date(),
    })
    .execute();
  const email = addressOf(kith.staff.steward.name);
  const wrong = await submit('/sign-in?/password', { email, password: 'wrong' });
  expect(wrong.status).toBe(401);
  expect(await wrong.text()).toContain('do not belong together');
  const right = await submit('/sign-in?/password', { email, password: 'a long enough password' });
  expect(right.status).toBe(303);
  expect(right.headers.getSetCookie().join()).toMatch(/kith_session=.+HttpOnly/);
});

test('the sign-in page says why a way in ended there', async () => {
  const page = await (await fetch(`${server.url}/sign-in?trouble=waiting`)).text();
  expect(page).toContain('does not know who you are');
});

test('grants and access log open for a steward and for nobody else', async () => {
  for (const path of ['/grants', '/access-log']) {
    expect((await open(path, kith.staff.steward)).status, path).toBe(200);
    expect((await open(path, kith.staff.instructor)).status, path).toBe(403);
  }
  const page = await (await open('/grants', kith.staff.steward)).text();
  expect(page).toContain(kith.staff.lead.name);
  expect(page).not.toContain('Zyx');
});

test('a role is given and ended by forms', async () => {
  const cookie = await cookieOf(kith.staff.steward);
  const email = addressOf(kith.staff.support.name);
  const given = await submit(
    '/grants?/give',
    { email, role: 'lead', place: `unit:${String(kith.sciences)}`, until: '' },
    cookie,
  );
  expect(given.status).toBe(200);
  const { grantId } = await kith.database.db
    .selectFrom('ops.accessGrant')
    .select('grantId')
    .where('personId', '=', kith.staff.support.personId)
    .where('role', '=', 'lead')
    .executeTakeFirstOrThrow();
  expect((await open(`/courses/${String(kith.foreign.courseId)}`, kith.staff.support)).status).toBe(200);
  await submit('/grants?/end', { grantId: String(grantId) }, await cookieOf(kith.staff.steward));
  expect((await open(`/courses/${String(kith.foreign.courseId)}`, kith.staff.support)).status).toBe(404);
});

test('a form of another site is not taken', async () => {
  const answer = await fetch(`${server.url}/grants?/end`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', cookie: await cookieOf(kith.staff.steward) },
    body: new URLSearchParams({ grantId: '1' }),
  });
  expect(answer.status).toBe(403);
});
