import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

import { startServer, type Server } from '@kith/api/server.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { samples } from '../access/matrix.ts';
import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';

/** Every write there is, asked for by a page of another site in the browser of somebody signed in. */
let kith: OpenUniversity;
let server: Server;
let cookie: string;
beforeAll(async () => {
  kith = await openUniversity();
  server = await startServer({ appUrl: kith.database.urls.app, quiet: true });
  cookie = `kith_session=${await plantSession(kith.database.db, kith.institutionId, kith.staff.admin.personId)}`;
});
afterAll(async () => {
  await server.close();
  await kith.close();
});

const writes = () => kith.routes.filter((route) => !route.startsWith('GET ') && route.includes(' /api/v1/'));

/** What a browser would send for another site, and which of it no other site can send. */
const forged: readonly (readonly [what: string, headers: Readonly<Record<string, string>>])[] = [
  ['a form of another site', { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }],
  ['a form that names no site', { 'content-type': 'text/plain' }],
  ['a page in a frame without a site', { origin: 'null', 'content-type': 'application/json' }],
  ['a script of another site, were preflights answered', { origin: 'https://evil.example', 'x-kith': '1' }],
  ['a script of another site that hides it', { 'sec-fetch-site': 'cross-site', 'x-kith': '1' }],
  ['another host of the same domain', { 'sec-fetch-site': 'same-site', 'x-kith': '1' }],
  ['another port of the same host', { origin: 'http://127.0.0.1:1', 'x-kith': '1' }],
  ['a host that ends alike', { origin: 'http://not-127.0.0.1', 'x-kith': '1' }],
];

test('there are writes to forge', () => {
  expect(writes().length).toBeGreaterThan(50);
  for (const route of writes()) expect(route).toMatch(/^(?:POST|PUT|DELETE|PATCH) /);
});

describe.each(forged)('%s', (_, headers) => {
  test('changes nothing, whatever the route', async () => {
    for (const route of writes()) {
      const [method, url] = route.split(' ') as [string, string];
      const answer = await fetch(server.url + url.replace(/:\w+/g, '1'), {
        method,
        redirect: 'manual',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(samples[route]?.body ?? {}),
      });
      expect([route, answer.status]).toEqual([route, 403]);
      expect(await answer.text()).toContain('did not come from a page of Kith');
    }
  });

  test('nor does a form of any page', async () => {
    for (const page of await pagesWithForms()) {
      const answer = await fetch(server.url + page, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
          ...(headers.origin ? {} : { origin: 'https://evil.example' }),
        },
        body: 'x=1',
      });
      // A body of JSON is no form; anything else is refused for where it came from.
      expect([page, answer.status]).toEqual([page, headers['content-type'] === 'application/json' ? 415 : 403]);
    }
  });
});

/** `/monday?/log` …: the first form of every page that has one. */
async function pagesWithForms(): Promise<string[]> {
  const routes = path.join(import.meta.dirname, '../../dashboard/src/routes');
  const found: string[] = [];
  for await (const file of glob('**/+page.server.ts', { cwd: routes })) {
    const code = readFileSync(path.join(routes, file), 'utf8');
    const action = /export const actions: Actions = \{\s*(?:\.\.\.\w+,\s*)?(\w+)/.exec(code)?.[1];
    if (action === undefined) continue;
    const page = path.posix
      .dirname(file)
      .replace('[unitId=unit]', '0')
      .replace('[component=component]', 'voice')
      .replace(/\[\w+=uuid\]/, '00000000-0000-4000-8000-000000000000')
      .replaceAll(/\[\w+=id\]/g, '1');
    found.push(`/${page}${action === 'default' ? '' : `?/${action}`}`);
  }
  expect(found.length).toBeGreaterThan(8);
  return found;
}

test('a body that is too large is read by no route, but by the one that takes files', async () => {
  const body = JSON.stringify({ x: 'x'.repeat(1_200_000) });
  const others: string[] = [];
  for (const route of writes()) {
    const [method, url] = route.split(' ') as [string, string];
    const { status } = await fetch(server.url + url.replace(/:\w+/g, '1'), {
      method,
      headers: { cookie, 'x-kith': '1', 'content-type': 'application/json' },
      body,
    });
    if (status !== 413) others.push(route);
  }
  expect(others).toEqual(['POST /api/v1/uploads/:uploadId/files']);
});

test('what only asks changes nothing but the log of looks, sessions that are kept, and what somebody has seen', async () => {
  const counted = async () => {
    const { rows } = await sql<{ name: string; writes: string }>`
      select schemaname || '.' || relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::text as writes
      from pg_stat_user_tables where schemaname in ('core', 'identity', 'insight', 'care', 'ops')`.execute(
      kith.database.owner,
    );
    return new Map(rows.map(({ name, writes: many }) => [name, many]));
  };
  const settled = async () => {
    // Each connection tells what it did a moment later, or when it is asked; asleep at once, they are all asked.
    const tell = () => sql`select pg_stat_force_next_flush(), pg_sleep(0.2)`;
    const everyConnection = [kith.appDb, kith.database.db, kith.database.owner].flatMap((db) =>
      Array.from({ length: 12 }, () => tell().execute(db)),
    );
    await Promise.all(everyConnection);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return counted();
  };
  const before = await settled();
  for (const who of ['instructor', 'lead', 'steward', 'admin', 'learner', 'support'] as const) {
    for (const route of kith.routes.filter((each) => each.startsWith('GET /api/v1'))) {
      if (route.includes('progress') || route.includes('oidc')) continue;
      const url = route
        .slice(4)
        .replace(':courseId', String(kith.own.courseId))
        .replace(':personId', String(kith.own.learners[0]!.personId));
      await kith.ask(who, 'GET', url.replace(/:\w+/g, '1') + (samples[route]?.query ?? ''));
    }
  }
  const after = await settled();
  const changed = [...after].filter(([name, many]) => before.get(name) !== many).map(([name]) => name);
  expect(changed.filter((name) => !['ops.access_log', 'ops.web_session', 'care.alert_view'].includes(name))).toEqual(
    [],
  );
  expect(changed).toContain('ops.access_log');
});
