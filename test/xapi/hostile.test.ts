import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { receiver, statement, type Client, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

describe('hostile input', () => {
  const wrong = async (body: unknown, headers?: Record<string, string>) => (await lms.post(body, headers)).status;

  test('what is no JSON, or nothing', async () => {
    expect(await wrong('')).toBe(400);
    expect(await wrong('{"actor":')).toBe(400);
    expect(await wrong('null')).toBe(400);
    expect(await wrong('"text"')).toBe(400);
    expect(await wrong('[[]]')).toBe(400);
    expect(await wrong(Buffer.from([0xff, 0xfe, 0x00]).toString('latin1'))).toBe(400);
    expect(await wrong(statement(), { 'content-type': 'text/plain' })).toBe(400);
    expect(await wrong(statement(), { 'content-type': 'application/x-www-form-urlencoded' })).toBe(400);
  });

  test('JSON nested a million deep, anywhere', async () => {
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(await wrong(deep(1_000_000))).toBe(400);
    const within = JSON.stringify(statement({ context: { extensions: { 'https://x.example/e': 'DEEP' } } }));
    expect(await wrong(within.replace('"DEEP"', deep(1_000_000)))).toBe(400);
    expect(await wrong(within.replace('"DEEP"', deep(41)))).toBe(400);
    expect(await wrong(within.replace('"DEEP"', deep(40)))).toBe(200);
    expect(
      await wrong(
        JSON.stringify(statement({ object: 'DEEP' })).replace(
          '"DEEP"',
          '{"object":'.repeat(100_000) + '1' + '}'.repeat(100_000),
        ),
      ),
    ).toBe(400);
  });

  test('keys that mean something to JavaScript are keys like any other', async () => {
    expect(await wrong(JSON.stringify(statement()).replace('{', '{"__proto__":{"id":"x"},'))).toBe(400);
    expect(await wrong(JSON.stringify(statement()).replace('"actor":{', '"actor":{"constructor":1,'))).toBe(400);
    const within = statement({ context: { extensions: { 'https://x.example/e': 'HERE' } } });
    expect(await wrong(JSON.stringify(within).replace('"HERE"', '{"__proto__":{"a":1}}'))).toBe(200);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test('zero bytes and halves of characters are stored as they are', async () => {
    const odd = statement({ context: { extensions: { 'https://x.example/e': 'a\0b \ud800' } } });
    expect(await wrong(odd)).toBe(200);
    const { json } = await lms.ask('GET', `/xapi/statements?statementId=${odd.id as string}`);
    expect(json.context).toEqual(odd.context);
  });

  test('null, wrong case and unknown properties', async () => {
    expect(await wrong({ ...statement(), result: null })).toBe(400);
    expect(await wrong({ ...statement(), Actor: {} })).toBe(400);
    expect(await wrong(statement({ result: { extensions: { 'https://x.example/e': null } } }))).toBe(200);
  });

  test('too large is refused as such', async () => {
    const answer = await lms.post([statement({ result: { response: 'x'.repeat(10 * 1024 * 1024) } })]);
    expect(answer.status).toBe(413);
    expect(answer.headers['x-experience-api-consistent-through']).toBeDefined();
  });
});
