import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';

import { addProvider } from '@kith/etl/organisation/providers.ts';
import { clientSecretPurpose, readSecretKey, secretKey } from '@kith/sql/secret-key.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { testFolder } from '../support/cluster.ts';
import { kith as command } from '../support/kith-command.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const secret = 'a-client-secret-nobody-sees-again';
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const oidc = {
  kind: 'oidc',
  title: 'Northlea account',
  issuer: 'https://id.northlea.example',
  clientId: 'kith',
  secret,
};
const platform = {
  kind: 'lti',
  title: 'Northlea Moodle',
  issuer: 'https://moodle.northlea.example',
  clientId: '1000',
  authorizeUrl: 'https://moodle.northlea.example/mod/lti/auth.php',
  jwksUrl: 'https://moodle.northlea.example/mod/lti/certs.php',
  tokenUrl: 'https://moodle.northlea.example/mod/lti/token.php',
  deploymentIds: ['1'],
};
const list = async () =>
  (await kith.ask('steward', 'GET', '/api/v1/providers')).json<{ providerId: number; title: string }[]>();
const idOf = async (title: string) => (await list()).find((one) => one.title === title)!.providerId;
const stored = () =>
  kith.database.db
    .selectFrom('ops.identityProvider')
    .select(['title', 'clientSecret', 'secretFrom'])
    .orderBy('title')
    .execute();

describe('by page', () => {
  test('an admin adds providers, a steward only sees them: who adds one decides who is believed', async () => {
    expect((await kith.ask('steward', 'POST', '/api/v1/providers', oidc)).statusCode).toBe(403);
    expect((await kith.ask('admin', 'POST', '/api/v1/providers', oidc)).statusCode).toBe(200);
    expect((await kith.ask('admin', 'POST', '/api/v1/providers', platform)).statusCode).toBe(200);
    expect((await kith.ask('admin', 'POST', '/api/v1/providers', oidc)).statusCode).toBe(409);
    expect(await list()).toMatchObject([
      { title: 'Northlea Moodle', hasSecret: false },
      { title: 'Northlea account', hasSecret: true },
    ]);
    const ways = (await kith.ask('nobody', 'GET', '/api/v1/sign-in/ways')).json<{ title: string }[]>();
    expect(ways.map(({ title }) => title)).toEqual(['Northlea account']);
  });

  test('a secret is in no answer and in no row, and replaced by another', async () => {
    for (const who of ['steward', 'admin'] as const) {
      for (const url of ['/api/v1/providers', '/api/v1/sign-in/ways', '/api/v1/access-log'])
        expect((await kith.ask(who, 'GET', url)).body).not.toContain(secret);
    }
    const before = (await stored())[1]!.clientSecret!;
    expect(before.toString('latin1')).not.toContain(secret);
    const url = `/api/v1/providers/${String(await idOf('Northlea account'))}/secret`;
    expect((await kith.ask('steward', 'POST', url, { secret: 'mine' })).statusCode).toBe(403);
    expect((await kith.ask('admin', 'POST', url, { secret: 'another' })).statusCode).toBe(200);
    expect((await stored())[1]!.clientSecret!.equals(before)).toBe(false);
  });

  test.each([
    ['plain http', { ...oidc, clientId: 'other', issuer: 'http://id.northlea.example' }],
    ['a host that only begins like this machine', { ...oidc, clientId: 'other', issuer: 'http://localhost.example' }],
    ['a platform without a deployment', { ...platform, clientId: 'other', deploymentIds: [] }],
  ])('%s is refused', async (_, body) => {
    expect((await kith.ask('admin', 'POST', '/api/v1/providers', body)).statusCode).toBe(400);
  });

  test('a removed one is gone, with who waited by it; each step is in the access log', async () => {
    const id = await idOf('Northlea account');
    expect((await kith.ask('admin', 'POST', `/api/v1/providers/${String(id)}/remove`)).statusCode).toBe(200);
    expect((await list()).map(({ title }) => title)).toEqual(['Northlea Moodle']);
    const log = (await kith.ask('steward', 'GET', '/api/v1/access-log')).json<{ action: string }[]>();
    const actions = log.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['add_provider', 'set_provider_secret', 'remove_provider']));
  });
});

describe('by command', () => {
  const run = (words: string[], input = '') =>
    command(['provider', ...words], { database: kith.database.ownerUrl, input });
  const add = [
    'add',
    'oidc',
    '--title',
    'By command',
    '--issuer',
    'https://id2.northlea.example',
    '--client-id',
    'kith',
  ];

  test('one is added with its secret from standard input, listed without it, and opens by the folder of Kith', async () => {
    const said = await run([...add, '--secret', '-'], `${secret}\n`);
    expect(said).toMatchObject({ code: 0, rows: [{ kind: 'oidc', hasSecret: true }] });
    expect(said.err).toContain('/api/v1/sign-in/oidc/callback');
    expect((await run(['list'])).out).not.toContain(secret);
    const [row] = await stored();
    const key = await readSecretKey(testFolder);
    const purpose = clientSecretPurpose({ issuer: 'https://id2.northlea.example', clientId: 'kith' });
    expect(key.open(row!.clientSecret!, purpose)).toBe(secret);
    expect((await run(add)).err).toContain('is set up');
  });

  test('a platform gets addresses to be told, keys are made, both are removed', async () => {
    const words = [
      '--title',
      'Canvas',
      '--issuer',
      'https://canvas.example',
      '--client-id',
      '7',
      '--deployment',
      '7:a',
    ];
    const addresses = ['--authorize', 'https://canvas.example/auth', '--jwks', 'https://canvas.example/jwks'];
    const said = await run(['add', 'lti', ...words, ...addresses]);
    expect(said).toMatchObject({ code: 0, rows: [{ kind: 'lti', title: 'Canvas' }] });
    expect(said.err).toContain('/lti/jwks.json');
    expect((await run(['rotate'])).rows).toHaveLength(1);
    expect((await kith.app.inject('/lti/jwks.json')).json<{ keys: object[] }>().keys).toHaveLength(1);
    for (const { providerId } of (await run(['list'])).rows) await run(['remove', String(providerId)]);
    expect(await stored()).toEqual([]);
    expect((await run(['remove', '999'])).code).toBe(1);
  });

  test.each([
    [
      ['add', 'oidc', '--title', 'x', '--issuer', 'http://id.example', '--client-id', 'k'],
      '--issuer is an address that begins with https://',
    ],
    [['add', 'saml'], 'saml'],
    [['add', 'lti', '--title', 'x', '--issuer', 'https://c.example', '--client-id', 'k'], '--authorize'],
  ])('%s is refused in words', async (words, sentence) => {
    const said = await run(words);
    expect(said.code).toBe(2);
    expect(said.err).toContain(sentence);
  });
});

describe('what is kept encrypted', () => {
  test('opens by its own key and for its own purpose, and not when it was changed', () => {
    const key = secretKey(randomBytes(32));
    const sealed = key.seal('word', 'this');
    expect(key.open(sealed, 'this')).toBe('word');
    expect(() => key.open(sealed, 'that')).toThrow('Put that file back');
    expect(() => secretKey(randomBytes(32)).open(sealed, 'this')).toThrow('Put that file back');
    sealed[14]! ^= 1;
    expect(() => key.open(sealed, 'this')).toThrow('Put that file back');
    expect(() => secretKey(randomBytes(16))).toThrow('damaged');
  });

  test('commands that make the key at once have the same one, and it is nobody else’s to read', async () => {
    const temporary = await temporaryFolder();
    const keys = await Promise.all([1, 2, 3, 4].map(() => readSecretKey(temporary.folder)));
    const sealed = keys[0]!.seal('word', '');
    expect(keys.map((key) => key.open(sealed, ''))).toEqual(['word', 'word', 'word', 'word']);
    expect((await stat(`${temporary.folder}/secret.key`)).mode & 0o777).toBe(0o600);
    await temporary.remove();
  });

  test('a provider added twice by hand is one', async () => {
    const key = secretKey(randomBytes(32));
    const said = { ...oidc, kind: 'oidc', trustsEmail: false } as const;
    await addProvider(kith.database.db, key, kith.institutionId, said);
    await expect(addProvider(kith.database.db, key, kith.institutionId, said)).rejects.toThrow('is set up');
  });
});
