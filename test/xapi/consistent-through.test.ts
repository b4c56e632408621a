import { setTimeout as sleep } from 'node:timers/promises';

import { within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

const throughOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }): string =>
  String(headers['x-experience-api-consistent-through']);

/** Writes as the receiver does, and is slow between stamping and committing. */
async function slowly(id: string, wait: (stored: Date) => Promise<unknown>): Promise<void> {
  const { rows } = await sql<{ sourceId: number; credentialId: number }>`
    select source_id, credential_id from ops.xapi_credential`.execute(kith.database.owner);
  const { sourceId, credentialId } = rows[0]!;
  const settings = { 'kith.institution': String(kith.institutionId), 'kith.source': String(sourceId) };
  await within(kith.appDb, settings, async (tx) => {
    const stamped = await sql<{ stored: Date }>`select ops.stamp_statements() as stored`.execute(tx);
    const { stored } = stamped.rows[0]!;
    await wait(stored);
    await sql`
      insert into identity.statement (institution_id, source_id, statement_id, stored, credential_id, batch_id, terms, digest, statement)
      values (${kith.institutionId}, ${sourceId}, ${id}, ${stored}, ${credentialId}, 0, '{}', ${id},
        ${JSON.stringify({ ...statement(), id, stored: stored.toISOString() })})`.execute(tx);
  });
}

test('it stays before what an open transaction will store, and goes on when that is committed', async () => {
  const begun = Promise.withResolvers<Date>();
  const end = Promise.withResolvers<undefined>();
  const id = '11111111-1111-4111-8111-111111111111';
  const writing = slowly(id, (stored) => {
    begun.resolve(stored);
    return end.promise;
  });
  const stored = await begun.promise;
  const quick = statement();
  await lms.post(quick); // committed, and stored later than what is still open
  const before = await lms.ask('GET', '/xapi/statements');
  expect(new Date(throughOf(before)).getTime()).toBeLessThan(stored.getTime());
  expect((before.json.statements as Json[]).map((each) => each.id)).toEqual([quick.id]);

  end.resolve(undefined);
  await writing;
  const after = await lms.ask('GET', `/xapi/statements?since=${throughOf(before)}`);
  expect((after.json.statements as Json[]).map((each) => each.id).sort()).toEqual([quick.id, id].sort());
  expect(new Date(throughOf(after)).getTime()).toBeGreaterThanOrEqual(stored.getTime());
});

test('a writer that is taken back holds nothing up', async () => {
  await slowly('22222222-2222-4222-8222-222222222222', () => Promise.reject(new Error('taken back'))).catch(
    () => undefined,
  );
  const posted = statement();
  await lms.post(posted);
  await sleep(2);
  const answer = await lms.ask('GET', '/xapi/statements?limit=1');
  expect((answer.json.statements as Json[])[0]!.id).toBe(posted.id);
});

test('pages of one query show nothing that was still being written when it began', async () => {
  const store = await kith.client(undefined, 'pages');
  for (let n = 0; n < 4; n += 1) await store.post(statement());
  const begun = Promise.withResolvers<Date>();
  const end = Promise.withResolvers<undefined>();
  const writing = slowly('33333333-3333-4333-8333-333333333333', (stored) => {
    begun.resolve(stored);
    return end.promise;
  });
  await begun.promise;
  const late = statement();
  await store.post(late);
  const first = await store.ask('GET', '/xapi/statements?limit=2');
  expect((first.json.statements as Json[]).map((each) => each.id)).not.toContain(late.id);
  end.resolve(undefined);
  await writing;
  const second = await store.ask('GET', first.json.more as string);
  expect([...(first.json.statements as Json[]), ...(second.json.statements as Json[])]).toHaveLength(4);
});

test('who reads on from it while many write gets everything once', async () => {
  const sent: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      const batch = Array.from({ length: 1 + ((writer * 7 + round * 5) % 40) }, () => statement());
      expect((await lms.post(batch)).status).toBe(200);
      sent.push(...batch.map(({ id }) => id as string));
    }
  };
  const drag = async (digit: string): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      const id = `${digit.repeat(8)}-4444-4444-8444-00000000000${round}`;
      await slowly(id, () => sleep(10 + round * 5));
      sent.push(id);
    }
  };
  const [start] = await lms.find({ limit: '1' });
  let since = start!.stored as string;
  const read: string[] = [];
  const readOn = async (): Promise<void> => {
    const answer = await lms.ask('GET', `/xapi/statements?ascending=true&since=${since}`);
    let page = answer;
    const through = throughOf(answer);
    for (;;) {
      // What is newer than the header says comes again the next time.
      const sure = (page.json.statements as Json[]).filter(({ stored }) => (stored as string) <= through);
      read.push(...sure.map(({ id }) => id as string));
      if (page.json.more === '') break;
      page = await lms.ask('GET', page.json.more as string);
    }
    since = through;
  };
  const written = new AbortController();
  const reading = (async () => {
    while (!written.signal.aborted) await readOn();
  })();
  await Promise.all([...[1, 2, 3, 4].map(write), ...['a', 'b', 'c'].map(drag)]);
  written.abort();
  await reading;
  await sleep(2);
  await readOn();
  expect(read).toHaveLength(new Set(read).size);
  expect([...read].sort()).toEqual([...sent].sort());
});
