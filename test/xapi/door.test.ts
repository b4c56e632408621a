import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { basic, receiver, statement, type Client, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

const headersOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }) => [
  headers['x-experience-api-version'],
  headers['x-experience-api-consistent-through'],
];
const instant: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

describe('credentials', () => {
  test('none, a wrong one and an ended one are refused with a challenge', async () => {
    const { key, secret } = parts(lms);
    for (const authorization of [
      '',
      basic(key, 'wrong'),
      basic('wrong', secret),
      'Bearer x',
      'Basic !',
      basic('a\0b', secret),
    ]) {
      const answer = await lms.ask('POST', '/xapi/statements', [statement()], { authorization });
      expect(answer.status, authorization).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('Basic');
    }
    const ended = await kith.client();
    await kith.database.db
      .updateTable('ops.xapiCredential')
      .set({ endedAt: new Date() })
      .where('key', '=', parts(ended).key)
      .execute();
    expect((await ended.ask('GET', '/xapi/statements')).status).toBe(401);
  });

  test('a bearer token is key and secret with a dot between', async () => {
    const { key, secret } = parts(lms);
    expect(
      (await lms.ask('GET', '/xapi/statements', undefined, { authorization: `Bearer ${key}.${secret}` })).status,
    ).toBe(200);
  });

  test('the database holds a digest, and the secret nowhere', async () => {
    const { secret } = parts(lms);
    const rows = await kith.database.owner.selectFrom('ops.xapiCredential').selectAll().execute();
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, secretHash: row.secretHash.toString('latin1') }))),
    ).not.toContain(secret);
    // The app may ask whether a credential fits, and not read the list.
    await expect(sql`select * from ops.xapi_credential`.execute(kith.appDb)).rejects.toMatchObject({ code: '42501' });
  });

  test('who may only write cannot read, and the other way round', async () => {
    const writer = await kith.client(['statements/write']);
    expect((await writer.ask('GET', '/xapi/statements')).status).toBe(403);
    const reader = await kith.client(['statements/read']);
    expect((await reader.post(statement())).status).toBe(403);
    expect(
      (await reader.ask('PUT', `/xapi/statements?statementId=${statement().id as string}`, statement())).status,
    ).toBe(403);
  });

  test('a cookie of the pages opens nothing here', async () => {
    expect(
      (await lms.ask('GET', '/xapi/statements', undefined, { authorization: '', cookie: 'kith_session=x' })).status,
    ).toBe(401);
  });
});

describe('versions', () => {
  test.each(['1.0', '1.0.0', '1.0.9'])('%s is spoken as 1.0.3', async (version) => {
    const answer = await lms.ask('GET', '/xapi/statements', undefined, { 'x-experience-api-version': version });
    expect([answer.status, ...headersOf(answer)]).toEqual([200, '1.0.3', instant]);
  });

  test('2.0.0 is spoken', async () => {
    const answer = await lms.ask('GET', '/xapi/statements', undefined, { 'x-experience-api-version': '2.0.0' });
    expect([answer.status, ...headersOf(answer)]).toEqual([200, '2.0.0', instant]);
  });

  test.each(['', '0.95', '0.9', '1.1.0', '1', '3.0', '1.0.3, 1.0.3'])('"%s" is not', async (version) => {
    const answer = await lms.ask('GET', '/xapi/statements', undefined, { 'x-experience-api-version': version });
    expect([answer.status, ...headersOf(answer)]).toEqual([400, '1.0.3', instant]);
  });

  test('About says which, to anybody', async () => {
    for (const prefix of ['/xapi', '/xAPI']) {
      const answer = await lms.ask('GET', `${prefix}/about`, undefined, {
        authorization: '',
        'x-experience-api-version': '0.9',
      });
      expect([answer.status, answer.json]).toEqual([200, { version: ['1.0.3', '2.0.0'] }]);
    }
  });
});

test('every answer of statements says how far it is consistent, refusals and HEAD as well', async () => {
  const id = statement().id as string;
  const answers = [
    await lms.ask('HEAD', '/xapi/statements'),
    await lms.post([statement()]),
    await lms.post([{}]),
    await lms.ask('PUT', `/xapi/statements?statementId=${id}`, statement({ id })),
    await lms.ask('GET', `/xapi/statements?statementId=${statement().id as string}`),
    await lms.ask('GET', '/xapi/statements?nonsense=1'),
    await lms.ask('GET', '/xapi/statements', undefined, { authorization: '' }),
    await lms.ask('DELETE', '/xapi/statements'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 204, 404, 400, 401, 404]);
  for (const answer of answers) expect(headersOf(answer)).toEqual(['1.0.3', instant]);
});

describe('what is not here yet says so', () => {
  test.each(['activities', 'activities/state', 'activities/profile', 'agents', 'agents/profile'])(
    '%s',
    async (resource) => {
      const answer = await lms.ask('GET', `/xapi/${resource}`);
      expect([answer.status, answer.json.detail]).toEqual([501, expect.stringContaining(resource)]);
    },
  );

  test('attachments in the request', async () => {
    const answer = await lms.ask('POST', '/xapi/statements', '--x', { 'content-type': 'multipart/mixed; boundary=x' });
    expect([answer.status, answer.json.detail]).toEqual([501, expect.stringContaining('attachments')]);
  });

  test('a resource nobody has heard of is not found', async () => {
    expect((await lms.ask('GET', '/xapi/nothing')).status).toBe(404);
    expect((await lms.ask('GET', '/XAPI/statements')).status).toBe(404);
  });
});

test('too often is refused, and says when to come again', async () => {
  const strict = await receiver({ xapi: { rates: { requestsPerMinute: 3, wrongPerMinute: 2 } } });
  try {
    const [often, other] = [await strict.client(), await strict.client()];
    const statuses = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await often.ask('GET', '/xapi/statements')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(Number((await often.post(statement())).headers['retry-after'])).toBeGreaterThan(0);
    expect((await other.post(statement())).status).toBe(200);

    const guesses = [];
    for (let n = 0; n < 4; n += 1)
      guesses.push((await other.ask('GET', '/xapi/statements', undefined, { authorization: 'Basic eDp5' })).status);
    expect(guesses).toEqual([401, 401, 429, 429]);
  } finally {
    await strict.close();
  }
});

/** Key and secret of a client. */
function parts({ authorization }: Client): { key: string; secret: string } {
  const [key, secret] = Buffer.from(authorization.slice(6), 'base64').toString().split(':');
  return { key: key!, secret: secret! };
}
