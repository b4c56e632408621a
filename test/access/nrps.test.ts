import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { rotateKey } from '@kith/etl/rosters/signing-keys.ts';
import { secretKey } from '@kith/sql/secret-key.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { claim, launches, membership } from './lti-launches.ts';
import { clientId, Platform } from './lti-platform.ts';
import { roster } from './nrps-roster.ts';

/** From a launch that offers a roster to the people of the course, with the platform as a process of its own. */
const key = secretKey(randomBytes(32));
let platform: Platform;
let service: ChildProcess;
let address: string;
let worker: Worker;
let institutionId: number;
let providerId: number;

beforeAll(async () => {
  platform = await Platform.open();
  const { app, database } = platform.kith;
  ({ institutionId } = platform.kith);
  const jwks = `${await app.listen({ host: '127.0.0.1', port: 0 })}/lti/jwks.json`;
  const program = fileURLToPath(import.meta.resolve('../support/nrps-platform.ts'));
  service = spawn(process.execPath, [program, JSON.stringify({ jwks, clientId })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  [address] = (await once(createInterface(service.stdout!), 'line')) as [string];
  const { sourceId } = await database.db
    .insertInto('ops.source')
    .values({ institutionId, name: 'lti:platform', connector: 'lti-nrps', settings: '{}', createdAt: new Date() })
    .returning('sourceId')
    .executeTakeFirstOrThrow();
  ({ providerId } = await database.db
    .updateTable('ops.identityProvider')
    .set({ sourceId, subjectIsKey: true, tokenUrl: `${address}/token` })
    .returning('providerId')
    .executeTakeFirstOrThrow());
  worker = await startWorker({ jobsUrl: database.urls.jobs, db: database.db, secretKey: key, tell: () => undefined });
  await until(async () => (await published()).length === 1);
});
afterAll(async () => {
  await worker.stop();
  const ended = once(service, 'close');
  service.stdin!.end();
  await ended;
  await platform.close();
});

const published = async () =>
  (await platform.kith.app.inject('/lti/jwks.json')).json<{ keys: Record<string, unknown>[] }>().keys;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await what()); waited += 50) {
    if (waited > 20_000) throw new Error('It never came.');
    await sleep(50);
  }
}

const serve = (members: object[], links = 'right') =>
  fetch(`${address}/roster`, { method: 'POST', body: JSON.stringify({ members, links }) });

/** A launch whose person Kith does not know, with the offer of a roster. */
const launch = (sub: string, role = 'Instructor', url = `${address}/2923/memberships`) =>
  platform.launch({
    ...launches.canvas,
    sub,
    [claim('context')]: { id: '2923-abc', label: 'CPS 435', title: 'CPS 435 Learning Analytics' },
    [claim('roles')]: [`${membership}#${role}`],
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: url,
      service_versions: ['2.0'],
    },
  });

/** Fetches again, as a launch an hour later does; resolves when it is done, to the trouble it had. */
async function again(url?: string): Promise<string | null> {
  const { db } = platform.kith.database;
  await db.updateTable('ops.rosterService').set({ askedAt: null, fetchedAt: null, trouble: null }).execute();
  await launch('nobody-yet', 'Learner', url);
  const state = () => db.selectFrom('ops.rosterService').select(['fetchedAt', 'trouble']).executeTakeFirstOrThrow();
  await until(async () => Object.values(await state()).some((value) => value !== null));
  return (await state()).trouble;
}

const enrolled = async () => {
  const rows = await platform.kith.database.db
    .selectFrom('core.enrolment as e')
    .innerJoin('identity.account as a', 'a.accountId', 'e.accountId')
    .innerJoin('ops.source as s', 's.sourceId', 'e.sourceId')
    .select(['a.key', 'a.displayName', 'e.role', 'e.status'])
    .where('s.name', '=', 'lti:platform')
    .where('e.supersededAt', 'is', null)
    .orderBy('a.key')
    .execute();
  return rows.map(({ key: id, role, status }) => `${id} ${role} ${status}`);
};

test('a key of its own is published without its private part, and kept encrypted', async () => {
  const [jwk] = await published();
  expect(jwk).toMatchObject({ kty: 'RSA', alg: 'RS256', use: 'sig' });
  expect(Object.keys(jwk!)).not.toEqual(expect.arrayContaining(['d']));
  const stored = await platform.kith.database.db
    .selectFrom('ops.signingKey')
    .select('privateKey')
    .executeTakeFirstOrThrow();
  expect(stored.privateKey.toString('latin1')).not.toContain('PRIVATE KEY');
});

test('a launch that offers the roster brings the whole class, page by page, and nobody pretended', async () => {
  await serve(roster);
  expect((await launch('0ae836b9')).to).toBe('/sign-in?trouble=waiting'); // the first launch comes before the roster
  await until(async () => (await enrolled()).length === 6);
  expect(await enrolled()).toEqual([
    '0ae836b9 teacher active',
    'l-1 learner active',
    'l-2 learner active',
    'l-3 learner inactive',
    'l-4 learner active',
    'ta-1 assistant active',
  ]);
});

test('whom the roster names is let in by the next launch, to that course', async () => {
  const { to, session } = await launch('0ae836b9');
  expect(to).toMatch(/^\/courses\/\d+$/);
  const page = await platform.ask(`/api/v1${to!}`, session);
  expect(page.json()).toMatchObject({ course: { title: 'CPS 435 Learning Analytics', code: 'CPS 435' } });
});

test('a launch within the hour does not ask again', async () => {
  const asked = () =>
    platform.kith.database.db.selectFrom('ops.rosterService').select('askedAt').executeTakeFirstOrThrow();
  const before = await asked();
  await launch('0ae836b9');
  expect(await asked()).toEqual(before);
});

test('who is not on the roster any more is gone from the course', async () => {
  await serve(roster.filter(({ user_id: id }) => id !== 'l-2'));
  expect(await again()).toBeNull();
  expect(await enrolled()).not.toContain('l-2 learner active');
  expect(await enrolled()).toHaveLength(5);
});

test('a key that was replaced at once is withdrawn, and the new one works', async () => {
  const [before] = await published();
  await rotateKey(platform.kith.database.db, key, institutionId, new Date(), true);
  const keys = await published();
  expect(keys).toHaveLength(1);
  expect(keys[0]!.kid).not.toBe(before!.kid);
  expect(await again()).toBeNull();
});

test('a key that is replaced in time is published beside the one that still signs', async () => {
  await rotateKey(platform.kith.database.db, key, institutionId);
  expect(await published()).toHaveLength(2);
  expect(await again()).toBeNull();
});

test.each([
  ['pages in a circle', 'circle', 'The pages of the roster do not end.'],
  [
    'a next page on another host, which never gets the token',
    'elsewhere',
    'The next page of the roster is on another host.',
  ],
])('%s are trouble, and what was known stays', async (_, links, sentence) => {
  const before = await enrolled();
  await serve(roster, links);
  expect(await again()).toBe(sentence);
  expect(await enrolled()).toEqual(before);
});

test('no token goes to an address that is not https', async () => {
  await serve(roster);
  expect(await again('http://platform.example.edu/2923/memberships')).toBe(
    'The platform names an address that is not https.',
  );
});

test('stewards see which rosters came, and what went wrong', async () => {
  const [provider] = (await platform.kith.ask('steward', 'GET', '/api/v1/providers')).json<{ rosters: object[] }[]>();
  expect(provider).toMatchObject({
    providerId,
    kind: 'lti',
    rosters: [
      {
        course: 'CPS 435 Learning Analytics',
        contextKey: '2923-abc',
        trouble: 'The platform names an address that is not https.',
      },
    ],
  });
});
