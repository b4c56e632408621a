import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { receiver, statement, type Client, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

const page = (n: number) => ({ id: `https://lms.example/page/${n}` });

describe('writing', () => {
  test('POST answers the ids in order, PUT answers nothing, and both are found again', async () => {
    const [one, two, three] = [statement(), statement(), statement()];
    const posted = await lms.post([one, two]);
    expect([posted.status, posted.json]).toEqual([200, [one.id, two.id]]);
    const put = await lms.ask('PUT', `/xAPI/statements?statementId=${three.id as string}`, { ...three, id: undefined });
    expect([put.status, put.body]).toEqual([204, '']);
    for (const each of [one, two, three]) {
      const found = await lms.ask('GET', `/xapi/statements?statementId=${each.id as string}`);
      expect(found.json).toMatchObject({ ...each, version: '1.0.0', authority: { objectType: 'Agent' } });
      expect(new Date(found.json.stored as string).getTime()).toBeGreaterThan(Date.now() - 60_000);
      expect(found.headers['last-modified']).toBeDefined();
    }
  });

  test('stored, authority and a missing id, time and version are the receiver’s own', async () => {
    const {
      id: _,
      timestamp: __,
      ...bare
    } = statement({
      stored: '2001-01-01T00:00:00Z',
      authority: { mbox: 'mailto:somebody@else.example' },
    });
    const [id] = (await lms.post(bare)).json as unknown as string[];
    const { json } = await lms.ask('GET', `/xapi/statements?statementId=${id!}`);
    expect(json.timestamp).toBe(json.stored);
    expect(json.stored).not.toBe(bare.stored);
    expect(JSON.stringify(json.authority)).not.toContain('else.example');
  });

  test('the same statement again changes nothing; another content under its id is a conflict and keeps nothing', async () => {
    const known = statement();
    await lms.post(known);
    const fresh = statement();
    // The receiver may change these, so they make no difference.
    const again = { ...known, verb: { id: (known.verb as { id: string }).id }, timestamp: '2026-03-02T10:00:00+01:00' };
    const both = await lms.post([again, fresh]);
    expect([both.status, both.json]).toEqual([200, [known.id, fresh.id]]);

    const other = { ...known, object: page(2) };
    const beside = statement();
    const refused = await lms.post([beside, other]);
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain(known.id);
    expect((await lms.ask('GET', `/xapi/statements?statementId=${beside.id as string}`)).status).toBe(404);
    expect((await lms.ask('PUT', `/xapi/statements?statementId=${known.id as string}`, other)).status).toBe(409);
    expect((await lms.ask('PUT', `/xapi/statements?statementId=${known.id as string}`, known)).status).toBe(204);
  });

  test('one wrong statement refuses the whole batch and says which and why', async () => {
    const good = statement();
    const answer = await lms.post([good, statement({ verb: { id: 'posted' } })]);
    expect(answer.status).toBe(400);
    expect(answer.json.detail).toBe('Statement 2: verb.id is no IRI with a scheme, such as https://example.edu/x.');
    expect((await lms.ask('GET', `/xapi/statements?statementId=${good.id as string}`)).status).toBe(404);
  });

  test('one id twice in a batch is refused', async () => {
    const one = statement();
    expect((await lms.post([one, one])).status).toBe(400);
    expect((await lms.post([one, one], { 'x-experience-api-version': '2.0.0' })).status).toBe(400);
  });

  test('what is sent again without an id is the same statement', async () => {
    const { id: _, ...nameless } = statement({ timestamp: '2026-03-02T09:30:01Z' });
    const first = await lms.post([nameless, { ...nameless, timestamp: '2026-03-02T09:30:02Z' }]);
    const again = await lms.post([nameless]);
    expect(again.json).toEqual([(first.json as unknown as string[])[0]]);
    expect(new Set(first.json as unknown as string[]).size).toBe(2);
    expect(
      await lms.find({ since: '2026-01-01T00:00:00Z', verb: (nameless.verb as { id: string }).id, limit: '0' }),
    ).toSatisfy(
      (found: { timestamp: string }[]) => found.filter(({ timestamp }) => timestamp.includes('09:30:0')).length === 2,
    );
  });

  test('an empty list is nothing', async () => {
    expect((await lms.post([])).json).toEqual([]);
  });
});

describe('what people wrote stays outside', () => {
  test('response, body, subject and addressee are gone before anything is stored', async () => {
    const reply = statement({
      verb: { id: 'http://id.tincanapi.com/verb/replied' },
      object: {
        id: 'https://lms.example/mod/forum/discuss.php?d=1#p2',
        definition: {
          type: 'http://id.tincanapi.com/activitytype/forum-reply',
          name: { en: 'Re: Week 1' },
          description: { en: 'my private worry, shall I stay?' },
        },
      },
    });
    const message = statement({
      verb: { id: 'http://activitystrea.ms/send' },
      object: {
        id: 'https://lms.example/message?id=1',
        definition: {
          type: 'http://id.tincanapi.com/activitytype/chat-message',
          name: { en: 'private subject' },
          description: { en: 'private text' },
        },
      },
      context: {
        extensions: {
          'https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/to': {
            mbox: 'mailto:private@x.example',
          },
          'https://lms.example/ip-address': 'private 10.0.0.1',
        },
      },
    });
    const answered = statement({ result: { response: 'private answer', success: true } });
    const planned = statement({
      object: {
        objectType: 'SubStatement',
        ...statement({ result: { response: 'private plan' } }),
        id: undefined,
        timestamp: undefined,
      },
    });
    expect((await lms.post([reply, message, answered, planned])).status).toBe(200);
    const rows = await kith.database.owner
      .selectFrom('identity.statement')
      .selectAll()
      .where(
        'statementId',
        'in',
        [reply, message, answered, planned].map(({ id }) => id as string),
      )
      .orderBy('no')
      .execute();
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toContain('private');
    // What facts count of a text is measured before it goes.
    expect(rows[0]!.prose).toEqual({ words: 6, chars: 31, hasQuestion: true });
    expect(JSON.stringify(rows[0]!.statement)).toContain('Re: Week 1');
  });

  test('nor is it in the quarantine', async () => {
    await lms.post(statement({ result: { response: 'private answer', success: 'yes' } }));
    const rows = await kith.database.owner.selectFrom('identity.refusedStatement').selectAll().execute();
    expect(rows.at(-1)).toMatchObject({
      place: 'The statement: result.success',
      reason: 'The statement: result.success is neither true nor false.',
    });
    expect(JSON.stringify(rows)).not.toContain('private');
  });
});
