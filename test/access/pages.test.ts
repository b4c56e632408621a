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
  for (const path of ['/grants', '/access-log', '/providers']) {
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

test('an admin adds a provider by its form; its secret is on no page, and its button on the sign-in page', async () => {
  const fields = {
    title: 'Northlea account',
    issuer: 'https://id.northlea.example',
    clientId: 'kith',
    secret: 'unseen-word',
  };
  const added = await submit('/providers?/oidc', fields, await cookieOf(kith.staff.admin));
  expect(added.status).toBe(200);
  const page = await (await open('/providers', kith.staff.admin)).text();
  expect(page).toContain('Kept encrypted');
  expect(page).not.toContain('unseen-word');
  expect(await (await fetch(`${server.url}/sign-in`)).text()).toContain('Sign in with Northlea account');
  const refused = await submit('/providers?/lti', { ...fields, deploymentIds: '' }, await cookieOf(kith.staff.admin));
  expect(refused.status).toBe(400);
  const forStewards = await (await open('/providers', kith.staff.steward)).text();
  expect(forStewards).toContain('An admin adds and removes them');
});

test('the extract for a learner is a page that names nobody else', async () => {
  const learner = kith.own.learners[3]!;
  const course = `/courses/${String(kith.own.courseId)}`;
  expect((await open(`${course}/people/${String(learner.personId)}`, kith.staff.instructor)).status).toBe(200);
  const page = await (await open(`/access-log/extract?learner=${addressOf(learner.name)}`, kith.staff.steward)).text();
  expect(page).toContain('opened their page');
  expect(page).toContain(kith.staff.instructor.name);
  expect(page).not.toContain('Zyx');
  expect((await open('/access-log/extract', kith.staff.steward)).status).toBe(303);
});

test('a form of another site is not taken', async () => {
  const answer = await fetch(`${server.url}/grants?/end`, {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example', cookie: await cookieOf(kith.staff.steward) },
    body: new URLSearchParams({ grantId: '1' }),
  });
  expect(answer.status).toBe(403);
});
