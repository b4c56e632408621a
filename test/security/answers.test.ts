import { startServer, type Server } from '@kith/api/server.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';

/** Whatever is asked, and however it goes, the answer says to the browser what it is not to do, and nothing of the inside. */
let kith: OpenUniversity;
let server: Server;
let cookie: string;
let steward: string;
beforeAll(async () => {
  kith = await openUniversity();
  server = await startServer({ appUrl: kith.database.urls.app, quiet: true });
  const cookieOf = async (personId: number) =>
    `kith_session=${await plantSession(kith.database.db, kith.institutionId, personId)}`;
  cookie = await cookieOf(kith.staff.instructor.personId);
  steward = await cookieOf(kith.staff.steward.personId);
});
afterAll(async () => {
  await server.close();
  await kith.close();
});

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = async (path: string, { headers, ...rest }: Asked = {}) => {
  const answer = await fetch(server.url + path, { redirect: 'manual', ...rest, headers: { cookie, ...headers } });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

const json = { 'x-kith': '1', 'content-type': 'application/json' };
const signIn = (body: string, headers: Readonly<Record<string, string>> = json): [string, Asked] => [
  '/api/v1/sign-in',
  { method: 'POST', body, headers },
];

/** Every kind of answer there is. */
const answers: readonly (readonly [what: string, status: number, path: string, asked?: Asked])[] = [
  ['a page', 200, '/sign-in'],
  ['a page of somebody', 200, '/monday'],
  ['a page that leads on', 303, '/'],
  ['no such page', 404, '/nowhere'],
  ['a closed page', 403, '/grants'],
  ['the data of a page', 200, '/monday/__data.json'],
  ['a file of the pages', 200, '/favicon.svg'],
  ['no such file', 404, '/_app/immutable/none.js'],
  ['the API’s page', 200, '/api/v1'],
  ['JSON', 200, '/api/v1/me'],
  ['a download', 200, '/api/v1/my-data/extract'],
  ['no such endpoint', 404, '/api/v1/none'],
  ['no such endpoint to write to', 404, '/api/v1/none', { method: 'POST', body: '{}', headers: json }],
  ['nothing there', 404, '/api/v1/courses/999999'],
  ['a file of an export by a name that is none', 404, '/api/v1/exports/1/files/..%2f..%2fsecrets.json'],
  ['not allowed', 403, '/api/v1/runs'],
  ['not signed in', 401, '/api/v1/me', { headers: { cookie: '' } }],
  ['a wrong parameter', 400, '/api/v1/courses/1?week=x'],
  ['an address that is none', 400, '/api/v1/%ZZ'],
  ['a page’s address that is none', 400, '/%ZZ'],
  ['broken JSON', 400, ...signIn('{')],
  ['a poisoned prototype', 400, ...signIn('{"__proto__":{"x":1},"token":"a"}')],
  ['another type', 415, ...signIn('<x/>', { ...json, 'content-type': 'application/xml' })],
  ['a body that is too large', 413, ...signIn(JSON.stringify({ token: 'x'.repeat(2_000_000) }))],
  ['a form that is too large', 413, '/sign-in?/signIn', form('token=' + 'x'.repeat(1_000_000))],
  ['a form of another site', 403, '/sign-in?/signIn', { ...form('token=x'), headers: foreign() }],
  ['no such form', 404, '/sign-in?/none', form('token=x')],
  ['who asks from another site', 404, '/api/v1/courses', { method: 'OPTIONS', headers: foreign() }],
  ['health', 200, '/healthz'],
  ['readiness', 200, '/readyz'],
  ['metrics', 200, '/metrics'],
  ['keys', 200, '/lti/jwks.json'],
  ['a launch of nobody', 400, '/lti/login'],
  ['no such launch', 404, '/lti/none'],
  ['about the receiver', 200, '/xapi/about'],
  ['the receiver without a credential', 401, '/xapi/statements'],
];

function form(body: string): Asked {
  return { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'own' } };
}
function foreign(): Record<string, string> {
  return { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' };
}

/** The styles of a page speak of `select` elements, and stand in the page. */
const withoutStyles = (html: string): string => html.replaceAll(/<style\b[^>]*>[\s\S]*?<\/style>/g, '');

/** A stack, a statement, a path, the name of a table or of a library. */
const inside =
  /\bat .+:\d+:\d+|\.(?:ts|js):\d+|node_modules|select |insert |core\.|kith_app|permission denied|postgres/i;

const kinds = answers.map(([what, status, path, asked]) => ({ what, status, path, asked }));

describe.each(kinds)('$what', ({ status, path, asked }) => {
  test(`${String(status)}, with its headers and nothing of the inside`, async () => {
    const own = asked?.headers?.origin === 'own' ? { ...asked.headers, origin: server.url } : asked?.headers;
    const answer = await ask(path, { ...asked, ...(own && { headers: own }) });
    expect(answer.status, answer.body.slice(0, 300)).toBe(status);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-powered-by') ?? answer.headers.get('server')).toBeNull();
    if (status >= 400) expect(withoutStyles(answer.body)).not.toMatch(inside);
    if (path.includes('%ZZ')) return; // refused before there is a request
    expect(answer.headers.get('content-security-policy') ?? '').toMatch(/default-src '(?:self|none)'/);
    expect(answer.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    if (!/jwks|\/_app\//.test(path)) expect(answer.headers.get('cache-control')).toContain('no-store');
    const type = answer.headers.get('content-type') ?? '';
    if (path.startsWith('/api/') && status >= 400) expect(type).toContain('application/problem+json');
    if (!type.includes('html')) return;
    expect(answer.body).not.toMatch(/<[^>]+ (?:style|on\w+)="(?!display: contents)/); // no style, no handler in the markup
  });
});

test('a file of the pages is kept by the browser, since its name changes with it', async () => {
  const file = /\/_app\/[^"]+\.js/.exec((await ask('/sign-in')).body)![0];
  const { headers } = await ask(file);
  expect(headers.get('cache-control')).toContain('immutable');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a fault inside says that it is ours, with a number to quote, on the page and in the API', async () => {
  await sql`revoke select on core.course from kith_app`.execute(kith.database.owner);
  try {
    for (const path of ['/?courses', '/api/v1/courses', `/courses/${String(kith.own.courseId)}/__data.json`]) {
      const { status, body } = await ask(path);
      expect([path, status]).toEqual([path, path.endsWith('.json') ? 200 : 500]); // the data of a page carries its error
      expect(withoutStyles(body)).not.toMatch(inside);
      expect(body).toMatch(/fault is on our side/);
      expect(body).toMatch(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/);
    }
  } finally {
    await sql`grant select on core.course to kith_app`.execute(kith.database.owner);
  }
});

test('a list of a steward comes down as a file, never as a page', async () => {
  const answer = await fetch(`${server.url}/api/v1/runs/1/rejects.csv`, { headers: { cookie: steward } });
  expect(answer.headers.get('content-type')).not.toContain('html');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '/%2f%2fevil.example',
  '/sign-in/%2e%2e//evil.example',
  '/sign-in//evil.example/',
  '//evil.example/..',
  '/;//evil.example',
  '/%5cevil.example/',
  '///evil.example/monday/',
])('no way leads out: %s', async (path) => {
  for (const query of [
    '',
    '?next=//evil.example&return=https://evil.example&redirect=%2f%2fevil.example&to=/\\evil.example',
  ]) {
    const { status, headers } = await ask(path + query);
    const location = headers.get('location');
    if (location === null) expect(status).toBeGreaterThanOrEqual(200);
    else expect(new URL(location, server.url).origin).toBe(server.url);
  }
});

test.each(['/sign-in', '/', '/monday', '/lti/login', '/api/v1/sign-in/oidc/callback'])(
  'nor does %s follow an address it is given',
  async (path) => {
    const { headers, status } = await ask(
      `${path}?next=//evil.example&return=https://evil.example&url=//evil.example&target_link_uri=https://evil.example&iss=https://evil.example&login_hint=1`,
    );
    expect(status).toBeLessThan(500);
    expect(headers.get('location') ?? '').not.toContain('evil.example');
  },
);
