import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { idOf, receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

let kith: Receiver;
beforeAll(async () => {
  kith = await receiver();
});
afterAll(() => kith.close());

/** A store of its own for each test. */
let stores = 0;
const store = (): Promise<Client> => kith.client(['statements/write', 'statements/read'], `store ${(stores += 1)}`);
const ids = (found: readonly Json[]): unknown[] => found.map(({ id }) => id);

const ana = { account: { homePage: 'https://lms.example', name: 'ana' } };
const ben = { mbox: 'mailto:ben@lms.example' };
const viewed = 'http://id.tincanapi.com/verb/viewed';
const course = { id: 'https://lms.example/course/1' };

describe('filters', () => {
  test('by verb, agent, activity and registration, alone and together', async () => {
    const lms = await store();
    const registration = idOf(900_001);
    const one = statement({ actor: ana, verb: { id: viewed }, context: { registration } });
    const two = statement({ actor: ben, verb: { id: viewed }, object: course });
    const three = statement({ actor: ben });
    const group = statement({ actor: { objectType: 'Group', member: [ana, ben] } });
    const aboutAna = statement({ actor: ben, object: { objectType: 'Agent', ...ana } });
    for (const each of [one, two, three, group, aboutAna]) await lms.post(each);

    const of = async (parameters: Record<string, string>) => ids(await lms.find({ ascending: 'true', ...parameters }));
    expect(await of({})).toEqual(ids([one, two, three, group, aboutAna]));
    expect(await of({ verb: viewed })).toEqual(ids([one, two]));
    expect(await of({ agent: JSON.stringify(ana) })).toEqual(ids([one, group, aboutAna]));
    expect(await of({ agent: JSON.stringify({ ...ben, name: 'any name' }), verb: viewed })).toEqual(ids([two]));
    expect(await of({ activity: course.id })).toEqual(ids([two]));
    expect(await of({ registration: registration.toUpperCase() })).toEqual(ids([one]));
    expect(await of({ verb: 'http://nobody.example/did' })).toEqual([]);
  });

  test('related ones are found where they are asked for', async () => {
    const lms = await store();
    const inside = statement({
      actor: ana,
      context: { contextActivities: { parent: course }, instructor: ben, team: { objectType: 'Group', ...ben } },
    });
    const planned = statement({
      actor: ana,
      object: { objectType: 'SubStatement', actor: ben, verb: { id: viewed }, object: course },
    });
    await lms.post([inside, planned]);
    const agent = JSON.stringify(ben);
    expect(await lms.find({ activity: course.id })).toEqual([]);
    expect(await lms.find({ agent })).toEqual([]);
    expect(ids(await lms.find({ activity: course.id, related_activities: 'true', ascending: 'true' }))).toEqual(
      ids([inside, planned]),
    );
    expect(ids(await lms.find({ agent, related_agents: 'true', ascending: 'true' }))).toEqual(ids([inside, planned]));
  });

  test('a statement about a statement is found by what finds the other, however long the chain', async () => {
    const lms = await store();
    const original = statement({ verb: { id: viewed } });
    const ref = (to: Json) => ({ objectType: 'StatementRef', id: to.id });
    const confirmed = statement({ actor: ben, object: ref(original) });
    const commented = statement({ actor: ben, object: ref(confirmed) });
    const beside = statement({ actor: ben, context: { statement: ref(original) } });
    await lms.post(commented); // before what it is about
    await lms.post([original, beside]);
    await lms.post(confirmed);
    expect(ids(await lms.find({ verb: viewed, ascending: 'true' }))).toEqual(ids([commented, original, confirmed]));
    const [, second] = await lms.find({ verb: viewed, ascending: 'true' });
    expect(ids(await lms.find({ verb: viewed, ascending: 'true', since: second!.stored as string }))).toEqual(
      ids([confirmed]),
    );
  });

  test('since is exclusive, until inclusive, both of the time of storing; newest first unless asked otherwise', async () => {
    const lms = await store();
    const sent = [statement(), statement(), statement()];
    for (const each of sent) await lms.post(each);
    const found = await lms.find();
    expect(ids(found)).toEqual(ids([...sent].reverse()));
    const middle = found[1]!.stored as string;
    expect(ids(await lms.find({ since: middle }))).toEqual([sent[2]!.id]);
    expect(ids(await lms.find({ until: middle, ascending: 'true' }))).toEqual(ids(sent.slice(0, 2)));
    expect(ids(await lms.find({ until: middle.replace('Z', '+00:00'), limit: '1' }))).toEqual([sent[1]!.id]);
  });
});

describe('pages', () => {
  test('"more" goes on to the end, and nothing written meanwhile or voided since is in it', async () => {
    for (const ascending of ['true', 'false']) {
      const lms = await store();
      const sent = Array.from({ length: 7 }, () => statement());
      for (const each of sent) await lms.post(each);
      const first = await lms.ask('GET', `/xAPI/statements?limit=3&ascending=${ascending}`);
      const order = ascending === 'true' ? sent : [...sent].reverse();
      expect(ids(first.json.statements as Json[])).toEqual(ids(order.slice(0, 3)));
      expect(first.json.more).toMatch(/^\/xAPI\/statements\?more=[\w-]+$/);

      await lms.post(statement());
      await lms.post(voiding(order[5]!));
      const second = await lms.ask('GET', first.json.more as string);
      expect(ids(second.json.statements as Json[])).toEqual(ids([order[3]!, order[4]!, order[6]!]));
      expect(second.json.more).toBe('');
    }
  });

  test('a page that somebody made up is refused', async () => {
    const lms = await store();
    expect((await lms.ask('GET', '/xapi/statements?more=nonsense')).status).toBe(400);
    const forged = Buffer.from(JSON.stringify({ terms: [1], most: 1e9 })).toString('base64url');
    expect((await lms.ask('GET', `/xapi/statements?more=${forged}`)).status).toBe(400);
    expect((await lms.ask('GET', '/xapi/statements?more=e30&limit=3')).status).toBe(400);
  });
});

const voiding = (target: Json, given: Json = {}): Json =>
  statement({
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: target.id },
    ...given,
  });

describe('voiding', () => {
  test.each(['before', 'after'])('a statement voided %s it came is found by voidedStatementId alone', async (order) => {
    const lms = await store();
    const target = statement();
    const takesBack = voiding(target);
    for (const each of order === 'before' ? [takesBack, target] : [target, takesBack]) {
      expect((await lms.post(each)).status).toBe(200);
    }
    const about = statement({ object: { objectType: 'StatementRef', id: target.id } });
    await lms.post(about);
    expect((await lms.ask('GET', `/xapi/statements?statementId=${target.id as string}`)).status).toBe(404);
    expect((await lms.ask('GET', `/xapi/statements?voidedStatementId=${target.id as string}`)).json.id).toBe(target.id);
    expect((await lms.ask('GET', `/xapi/statements?voidedStatementId=${about.id as string}`)).status).toBe(404);
    expect(ids(await lms.find({ ascending: 'true' }))).toEqual(ids([takesBack, about]));
  });

  test('a voiding statement cannot be voided', async () => {
    const lms = await store();
    const target = statement();
    const takesBack = voiding(target);
    await lms.post([target, takesBack]);
    await lms.post(voiding(takesBack));
    expect((await lms.ask('GET', `/xapi/statements?statementId=${takesBack.id as string}`)).status).toBe(200);
    expect((await lms.ask('GET', `/xapi/statements?statementId=${target.id as string}`)).status).toBe(404);
  });
});

test('sources are stores of their own, and "mine" is what one credential sent', async () => {
  const [lms, other] = [await store(), await store()];
  const one = statement();
  await lms.post(one);
  expect((await other.post({ ...one, object: course })).status).toBe(200); // the same id, another store
  const source = `store ${stores}`;
  const mine = await kith.client(['statements/read/mine', 'statements/write'], source);
  expect(await mine.find()).toEqual([]);
  expect((await mine.ask('GET', `/xapi/statements?statementId=${one.id as string}`)).status).toBe(404);
  const own = statement();
  await mine.post(own);
  expect(ids(await mine.find())).toEqual([own.id]);
  expect(await other.find()).toHaveLength(2);
});

test.each([
  'statementID=x',
  'limit=-1',
  'limit=1&limit=2',
  'format=all',
  'ascending=yes',
  'agent=ana',
  'agent=%7B%7D',
  'verb=viewed',
  'since=yesterday',
  'registration=1',
  'statementId=1',
  `statementId=${idOf(1)}&voidedStatementId=${idOf(2)}`,
  `statementId=${idOf(1)}&limit=1`,
  'LIMIT=1',
])('GET ?%s is refused', async (query) => {
  const lms = await store();
  const answer = await lms.ask('GET', `/xapi/statements?${query}`);
  expect(answer.status).toBe(400);
  expect(answer.json.detail).toMatch(/ .+\.$/);
});
