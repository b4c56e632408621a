import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

let kith: Receiver;
beforeAll(async () => {
  kith = await receiver();
});
afterAll(() => kith.close());

/** A store of its own for each test. */
let stores = 0;
const store = (): Promise<Client> => kith.client(['statements/write', 'statements/read'], `store ${(stores += 1)}`);

const ana = { account: { homePage: 'https://lms.example', name: 'ana' } };
const ben = { mbox: 'mailto:ben@lms.example' };
const course = { id: 'https://lms.example/course/1' };

describe('forms', () => {
  const whole = statement({
    actor: { objectType: 'Group', name: 'Team', member: [{ ...ana, name: 'Ana' }] },
    context: { contextActivities: { parent: { ...course, definition: { name: { en: 'Course' } } } } },
  });

  test('exact is what was sent; one activity of the context comes back as a list', async () => {
    const lms = await store();
    await lms.post(whole);
    const [found] = await lms.find();
    const context = { contextActivities: { parent: [{ ...course, definition: { name: { en: 'Course' } } }] } };
    expect(found).toEqual({ ...whole, context, stored: found!.stored, authority: found!.authority, version: '1.0.0' });
  });

  test('ids keeps only what identifies', async () => {
    const lms = await store();
    await lms.post(whole);
    const [found] = await lms.find({ format: 'ids' });
    expect(found).toMatchObject({
      actor: { objectType: 'Group', member: [ana] },
      verb: { id: (whole.verb as Json).id },
      object: { id: (whole.object as Json).id },
      context: { contextActivities: { parent: [course] } },
    });
    expect(JSON.stringify(found)).not.toMatch(/definition|display|Team|Ana/);
  });

  test.each([
    ['de-AT, de;q=0.9, en;q=0.5', 'erlebte', 'Seite'],
    ['en', 'experienced', 'Page'],
    ['fr', 'experienced', 'Seite'],
    ['', 'experienced', 'Seite'],
  ])('canonical is one language a map: %s', async (language, display, name) => {
    const lms = await store();
    const one = statement();
    await lms.post(one);
    const { json } = await lms.ask(
      'GET',
      `/xapi/statements?format=canonical&statementId=${one.id as string}`,
      undefined,
      { 'accept-language': language },
    );
    expect(Object.values((json.verb as { display: object }).display)).toEqual([display]);
    expect(Object.values((json.object as { definition: { name: object } }).definition.name)).toEqual([name]);
  });

  test('attachments=true answers multipart, with no attachment after the statements', async () => {
    const lms = await store();
    const one = statement();
    await lms.post(one);
    const answer = await lms.ask('GET', `/xapi/statements?attachments=true&statementId=${one.id as string}`);
    expect(answer.headers['content-type']).toBe('multipart/mixed; boundary=kith');
    expect(answer.body.split('\r\n')).toEqual([
      '--kith',
      'Content-Type: application/json',
      '',
      expect.stringContaining(one.id as string),
      '--kith--',
      '',
    ]);
  });

  test('a statement of 2.0 keeps its version and its context agents, whoever reads it', async () => {
    const lms = await store();
    const context = {
      contextAgents: [{ objectType: 'contextAgent', agent: ben, relevantTypes: ['https://x.example/mentor'] }],
    };
    const two = statement({ context, version: '2.0.0' });
    expect((await lms.post(two)).status).toBe(400);
    expect((await lms.post(two, { 'x-experience-api-version': '2.0.0' })).status).toBe(200);
    const [found] = await lms.find({ agent: JSON.stringify(ben), related_agents: 'true' });
    expect(found).toMatchObject({ id: two.id, version: '2.0.0', context });
  });
});
