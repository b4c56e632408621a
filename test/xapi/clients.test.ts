import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

/** What the clients of learning platforms do, over a real socket: reference/xapi §4.9. */
let kith: Receiver;
let lms: Client;
let origin: string;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
  origin = await kith.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => kith.close());

const send = (url: string | URL, init: RequestInit & { version?: string }) =>
  fetch(url, {
    ...init,
    headers: {
      authorization: lms.authorization,
      'content-type': 'application/json',
      'x-experience-api-version': init.version ?? '1.0.3',
      ...(init.headers as Record<string, string>),
    },
  });
const nameless = (given: Json): Json => ({ ...statement(given), id: undefined });
const wrong = { verb: {} };

describe('Moodle, logstore_xapi', () => {
  /** Its loader: anything but exactly 200 is a failure; after 400 the batch is halved, down to one. */
  async function load(batch: readonly Json[], sent: number[]): Promise<{ loaded: Json[]; failed: Json[] }> {
    const answer = await send(`${origin}/xapi/statements`, { method: 'POST', body: JSON.stringify(batch) });
    await answer.json();
    sent.push(batch.length);
    if (answer.status === 200) return { loaded: [...batch], failed: [] };
    if (answer.status !== 400 || batch.length === 1) return { loaded: [], failed: [...batch] };
    const half = Math.ceil(batch.length / 2);
    const [first, second] = [await load(batch.slice(0, half), sent), await load(batch.slice(half), sent)];
    return { loaded: [...first.loaded, ...second.loaded], failed: [...first.failed, ...second.failed] };
  }

  test('a batch with one broken statement is halved until only that one is left, and loses nothing', async () => {
    const batch = Array.from({ length: 16 }, (_, n) =>
      nameless({ timestamp: new Date(Date.UTC(2026, 1, 1, 9, 0, n)).toISOString(), ...(n === 11 && wrong) }),
    );
    const sent: number[] = [];
    const { loaded, failed } = await load(batch, sent);
    expect([loaded.length, failed]).toEqual([15, [batch[11]]]);
    expect(sent).toEqual([16, 8, 8, 4, 2, 2, 1, 1, 4]);
    // An administrator replays the failed log by hand, with what had come through in it.
    expect((await load(batch, [])).failed).toHaveLength(1);
    expect(await lms.find({ since: '2026-01-01T00:00:00Z' })).toHaveLength(15);
  });
});

describe('Open edX, event-routing-backends', () => {
  test('one by PUT, many by POST, by Basic or Bearer, and a conflict is 409', async () => {
    const one = statement();
    const put = await send(`${origin}/xapi/statements?statementId=${one.id as string}`, {
      method: 'PUT',
      body: JSON.stringify(one),
    });
    expect(put.status).toBe(204);
    const [key, secret] = Buffer.from(lms.authorization.slice(6), 'base64').toString().split(':');
    const batch = Array.from({ length: 100 }, () => statement());
    const headers = { authorization: `Bearer ${key}.${secret}` };
    const post = () => send(`${origin}/xapi/statements`, { method: 'POST', body: JSON.stringify(batch), headers });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(200); // retried after an answer that was lost
    const other = { ...one, result: { success: false } };
    const conflict = await send(`${origin}/xapi/statements`, { method: 'POST', body: JSON.stringify([other]) });
    expect([conflict.status, conflict.headers.get('content-type')]).toEqual([409, expect.stringContaining('json')]);
  });
});

describe('BigBlueButton, bbb-webhooks', () => {
  test('the path it insists on, version 1.0.0, and every answer is JSON', async () => {
    // new URL("xAPI/statements", base): a base without its last slash loses its last part.
    for (const base of [origin, `${origin}/`, `${origin}/anything`]) {
      const url = new URL('xAPI/statements', base);
      for (const body of [statement(), statement(wrong), statement()]) {
        const answer = await send(url, { method: 'POST', body: JSON.stringify(body), version: '1.0.0' });
        expect(answer.headers.get('content-type')).toContain('json');
        const json = await answer.json();
        expect(answer.status === 200 ? json : (json as Json).detail).toEqual(
          'id' in (body.verb as Json) ? [body.id] : 'The statement: verb lacks "id".',
        );
      }
    }
  });

  test('what it will never send again is kept with the reason', async () => {
    const broken = statement({ verb: { display: { en: 'did' } }, result: { response: 'what somebody wrote' } });
    await send(`${origin}/xAPI/statements`, { method: 'POST', body: JSON.stringify(broken) });
    const [row] = await kith.database.owner
      .selectFrom('identity.refusedStatement')
      .select(['reason', 'statement'])
      .orderBy('refusedId', 'desc')
      .limit(1)
      .execute();
    expect(row!.reason).toBe('The statement: verb lacks "id".');
    expect(JSON.parse(row!.statement!)).toMatchObject({ id: broken.id, actor: broken.actor });
    expect(row!.statement).not.toContain('wrote');
  });
});

test('what was answered with 200 is stored, also where the client hangs up before it reads the answer', async () => {
  const one = statement();
  const body = JSON.stringify(one);
  const { port } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /xapi/statements HTTP/1.1\r\nHost: x\r\nAuthorization: ${lms.authorization}\r\nX-Experience-API-Version: 1.0.3\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const [first] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(first.toString()).toContain('200 OK');
  expect((await lms.ask('GET', `/xapi/statements?statementId=${one.id as string}`)).status).toBe(200);
});
