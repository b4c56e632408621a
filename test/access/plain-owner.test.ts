import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { makeQueue } from '@kith/etl/jobs/queue.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { plainlyOwnedDatabase } from '../support/database.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

/**
 * On managed Postgres nobody is superuser. Row-level security is forced, so functions that run with the owner's rights
 * are bound by it too: without a policy of the owner's own they find nothing, and say so to nobody.
 */
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity(plainlyOwnedDatabase());
});
afterAll(() => kith.close());

const post = (url: string, payload: object) =>
  kith.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { 'x-kith': '1' }, payload });
const at = (course: number) => `/api/v1/courses/${String(course)}`;
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString();

test('the owner is nobody special', async () => {
  const { rows } = await sql<object>`
    select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(kith.database.owner);
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
});

test('a link signs in once, a password after it was set, and both know who somebody is', async () => {
  const { institutionId, staff } = kith;
  const { personId } = staff.lead;
  const token = await makeLink(kith.database.db, { institutionId, personId, hours: 1 });
  const entered = await post('/sign-in', { token });
  expect(entered.statusCode).toBe(200);
  expect((await post('/sign-in', { token })).statusCode).toBe(401);
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!;
  const me = await kith.app.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie } });
  expect(me.json()).toMatchObject({ name: 'north lead', roles: ['lead'] });

  const setting = await makeLink(kith.database.db, { institutionId, personId, hours: 1, purpose: 'password' });
  const [email, password] = [addressOf(staff.lead.name), 'correct horse battery'];
  expect((await post('/sign-in/password', { email, password })).statusCode).toBe(401);
  expect((await post('/sign-in/password/new', { token: setting, password })).statusCode).toBe(200);
  expect((await post('/sign-in/password', { email, password })).statusCode).toBe(200);
});

test('an instructor sees the own course by name, and no other', async () => {
  const own = await kith.ask('instructor', 'GET', `${at(kith.own.courseId)}/learners`);
  expect(own.body).toContain(kith.own.learners[0]!.name);
  expect((await kith.ask('instructor', 'GET', `${at(kith.foreign.courseId)}/learners`)).statusCode).toBe(404);
});

test('grants are listed, given, passed on and ended', async () => {
  const list = async () => (await kith.ask('steward', 'GET', '/api/v1/grants')).json<Access>();
  const before = await list();
  expect(before.grants.length).toBeGreaterThanOrEqual(5);
  expect(before.staff.map(({ name }) => name)).toContain('north instructor');
  expect(before.places.map(({ title }) => title)).toContain('Poetry');
  const given = { email: addressOf('north stranger'), role: 'lead', unitId: kith.humanities };
  expect((await kith.ask('steward', 'POST', '/api/v1/grants', given)).statusCode).toBe(200);
  const passed = { email: addressOf('north support'), role: 'instructor', until: inAWeek() };
  const passing = await kith.ask('instructor', 'POST', `${at(kith.own.courseId)}/delegations`, passed);
  expect(passing.statusCode).toBe(200);
  expect((await kith.ask('support', 'GET', `${at(kith.own.courseId)}/learners`)).statusCode).toBe(200);
  const { grants } = await list();
  expect(grants.length).toBe(before.grants.length + 2);
  const [passedOn] = grants.filter(({ delegated }) => delegated);
  const end = `/api/v1/grants/${String(passedOn!.grantId)}/end`;
  expect((await kith.ask('steward', 'POST', end)).statusCode).toBe(200);
  expect((await kith.ask('support', 'GET', `${at(kith.own.courseId)}/learners`)).statusCode).toBe(404);
});

test('the access log holds what was looked at, and its seals fit', async () => {
  await kith.ask('instructor', 'GET', `${at(kith.own.courseId)}/learners`);
  const entries = (await kith.ask('steward', 'GET', '/api/v1/access-log')).json<{ action: string }[]>();
  const actions = entries.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['view_list', 'grant', 'delegate', 'end_grant', 'sign_in']));
  const learner = addressOf(kith.own.learners[0]!.name);
  const extract = await kith.ask('steward', 'GET', `/api/v1/access-log/extract?learner=${learner}`);
  expect(extract.json<{ entries: object[] }>().entries.length).toBeGreaterThan(0);
});

test('staff that is marked becomes staff, and the worker is told', async () => {
  const { db, urls } = kith.database;
  await makeQueue(urls.jobs);
  const personIds = [kith.own.learners[1]!.personId];
  const marked = await kith.ask('instructor', 'POST', `${at(kith.own.courseId)}/staff`, { personIds });
  expect(marked.json()).toEqual({ marked: 1 });
  await sql`select ops.queue_recompute(${kith.institutionId})`.execute(db);
  const { rows } = await sql`select from ops.dirty_week`.execute(db);
  expect(rows.length).toBeGreaterThan(0);
});

test('every table that forces row-level security has a policy of its owner', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.oid::regclass::text as name
    from pg_class as c
    where c.relforcerowsecurity and not exists (
      select from pg_policy as p where p.polrelid = c.oid and c.relowner = any (p.polroles)
    )`.execute(kith.database.owner);
  expect(rows).toEqual([]);
});

interface Access {
  grants: { grantId: number; delegated: boolean }[];
  staff: { name: string }[];
  places: { title: string }[];
}
