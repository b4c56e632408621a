import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function made(who: StaffRole, scopes: string[], until = inDays(30)): Promise<{ tokenId: number; token: string }> {
  const answer = await kith.ask(who, 'POST', '/api/v1/tokens', { title: 'Notebook', scopes, until });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

const by = (token: string, url: string, method: 'GET' | 'POST' = 'GET') =>
  kith.app.inject({ method, url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}`, 'x-kith': '1' } });

test('a program reads what its scope names, as far as its owner may', async () => {
  const { token } = await made('lead', ['programmes']);
  expect(token).toMatch(/^kith_[\w-]{43}$/);
  const answer = await by(token, '/programmes');
  expect(answer.statusCode).toBe(200);
  expect(answer.json<{ title: string }[]>().map(({ title }) => title)).toEqual(['Humanities']);
  expect((await by(token, `/programmes/${kith.humanities}`)).statusCode).toBe(200);
  expect((await by(token, `/programmes/${kith.sciences}`)).statusCode).toBe(404);
  expect((await by(token, '/exports')).statusCode).toBe(403);
});

test('out of its scope every route refuses it, and it writes nothing', async () => {
  const { token } = await made('researcher', ['exports', 'programmes']);
  expect((await by(token, '/exports')).statusCode).toBe(200);
  for (const route of kith.routes) {
    const [method, url] = route.split(' ') as ['GET' | 'POST', string];
    if (!url.startsWith('/api/v1/') || !['GET', 'POST'].includes(method)) continue;
    const path = url
      .replace('/api/v1', '')
      .replace(/:courseId/, String(kith.own.courseId))
      .replace(/:\w+/g, '999999');
    const answer = await by(token, path, method);
    const inScope = method === 'GET' && /^\/(evaluation|exports|programmes|reports(?!\/schedules))/.test(path);
    if (inScope) expect([200, 404], route).toContain(answer.statusCode);
    else expect(answer.statusCode, `${route} ${answer.body.slice(0, 120)}`).toBe(403);
  }
});

test('no learner is in reach of it in the database, even of who teaches', async () => {
  const { personId } = kith.staff.instructor;
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, unit_id, valid_from, created_at)
    values (${kith.institutionId}, ${personId}, 'lead', ${kith.humanities}, now() - interval '1 day', now())`.execute(
    kith.database.owner,
  );
  const { token } = await made('instructor', ['programmes']);
  const { readerOfToken } = await import('@kith/api/sign-in/bearer.ts');
  const reader = await readerOfToken(kith.appDb, token);
  expect(reader).toMatchObject({
    learnerCourses: [],
    namedCourses: [],
    supportCourses: [],
    casePeople: [],
    steward: false,
  });
  expect(reader!.aggregateCourses).toContain(kith.own.courseId);
});

test('it ends at its end, by its owner or a steward, and with the role', async () => {
  const ended = await made('lead', ['programmes']);
  expect((await kith.ask('researcher', 'POST', `/api/v1/tokens/${ended.tokenId}/end`)).statusCode).toBe(404);
  expect((await kith.ask('steward', 'POST', `/api/v1/tokens/${ended.tokenId}/end`)).statusCode).toBe(200);
  expect((await by(ended.token, '/programmes')).statusCode).toBe(401);

  const over = await made('lead', ['programmes']);
  await sql`update ops.api_token set expires_at = now() where token_id = ${over.tokenId}`.execute(kith.database.owner);
  expect((await by(over.token, '/programmes')).statusCode).toBe(401);

  const roleless = await made('lead', ['programmes']);
  await sql`update ops.access_grant set valid_to = now() where role = 'lead' and person_id = ${kith.staff.lead.personId}`.execute(
    kith.database.owner,
  );
  await sql`select ops.refresh_course_access(${kith.institutionId})`.execute(kith.database.owner);
  expect((await by(roleless.token, '/programmes')).json()).toEqual([]);
  expect((await by('kith_of-nobody', '/programmes')).statusCode).toBe(401);
});

test('it is made by leads and researchers, for a year at most, and is nowhere in clear', async () => {
  for (const who of ['assistant', 'learner', 'stranger', 'steward'] as const) {
    const body = { title: 'Mine', scopes: ['exports'], until: inDays(3) };
    expect((await kith.ask(who, 'POST', '/api/v1/tokens', body)).statusCode, who).toBe(403);
  }
  for (const until of [inDays(-2), inDays(500)]) {
    const body = { title: 'Mine', scopes: ['exports'], until };
    expect((await kith.ask('researcher', 'POST', '/api/v1/tokens', body)).statusCode, until).toBe(403);
  }
  const { token, tokenId } = await made('researcher', ['exports']);
  const listed = await kith.ask('researcher', 'GET', '/api/v1/tokens');
  expect(listed.body).not.toContain(token);
  expect(listed.json<{ tokenId: number }[]>().map((one) => one.tokenId)).toContain(tokenId);
  const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ops.api_token as t`.execute(
    kith.database.owner,
  );
  for (const { row } of rows) expect(row).not.toContain(token.slice('kith_'.length));
});
