import { buildApp } from '@kith/api/app.ts';
import { connect } from '@kith/sql/connect.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';

/** Limits of three and six requests a minute, so that the test need not send thousands. */
let kith: OpenUniversity;
let app: Awaited<ReturnType<typeof buildApp>>;
beforeAll(async () => {
  kith = await openUniversity();
  const db = connect(kith.database.urls.app, { max: 2 });
  app = await buildApp({ db, rates: { perAccount: 3, perAddress: 6 } });
  app.addHook('onClose', () => db.destroy());
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await kith.close();
});

const ask = async (address: string, cookie = '', url = '/api/v1/courses') => {
  const { statusCode, headers } = await app.inject({ url, headers: { 'x-forwarded-for': address, cookie } });
  return { statusCode, wait: headers['retry-after'] };
};

test('an account has a limit of its own on every route, from wherever it asks', async () => {
  const cookie = `kith_session=${await plantSession(kith.database.db, kith.institutionId, kith.staff.lead.personId)}`;
  const answers = [];
  for (const [index, url] of ['/me', '/courses', '/monday', '/my-data'].entries()) {
    answers.push(await ask(`10.1.0.${String(index)}`, cookie, `/api/v1${url}`));
  }
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
  expect(Number(answers[3]!.wait)).toBeGreaterThan(0);
});

test('an address has one, signed in or not, and another address is not held up by it', async () => {
  const statuses = [];
  for (let turn = 0; turn < 7; turn += 1) statuses.push((await ask('10.2.0.1')).statusCode);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429]);
  expect((await ask('10.2.0.2')).statusCode).toBe(401);
});
