import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectorById } from '@kith/etl/extract/index.ts';
import { load } from '@kith/etl/load/load.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { fileOf } from '../support/bytes.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution } from './given.ts';

/** What a connector never heard of is named in what the load keeps, where the data page and `kith runs` read it. */
let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await institution(database.db);
});
afterAll(() => database.drop());

async function kept(connector: string, name: string, text: string) {
  const { db } = database;
  await ensureSource(db, institutionId, { name: connector, connector });
  const input = { path: name, files: [fileOf(text, name)] };
  const request = {
    institutionId,
    source: connector,
    connector: connectorById(connector)!,
    input,
    mode: 'delta' as const,
  };
  const ended = await load(db, { ...request, context: { timezone: 'UTC' } }).catch((error: unknown) => error);
  const run = await db
    .selectFrom('ops.run')
    .select(['runId', 'state', 'message', 'skipped', 'readCount'])
    .where('institutionId', '=', institutionId)
    .orderBy('runId', 'desc')
    .executeTakeFirstOrThrow();
  const rejects = await db
    .selectFrom('ops.reject')
    .select(['code', 'field', 'message', 'file', 'line'])
    .where('institutionId', '=', institutionId)
    .where('runId', '=', run.runId)
    .execute();
  return { ended, run, rejects };
}

test('a field of what people said ends the load; the run says which', async () => {
  const message = { id: 1, type: 'stream', display_recipient: 'x', subject: 't', sender_id: 4, timestamp: 1767261000 };
  const text = JSON.stringify({ messages: [{ ...message, content: 'Hi', mood: 'fine' }] });
  const { ended, run } = await kept('zulip', 'messages.json', text);
  expect(ended).toMatchObject({ code: 'UNKNOWN_FIELD', hint: expect.stringContaining('ignore=mood') as string });
  expect(run).toMatchObject({ state: 'failed', message: expect.stringContaining('"mood"') as string });
});

test('a setting where anybody may add one is named among the reasons, and counts no row', async () => {
  const user = { user_id: 4, name: 'Ana', course_role: 'student', email: 'ana@u.example', shoe_size: 41 };
  const { run, rejects } = await kept('ed', 'users.json', JSON.stringify({ users: [user], weather: 'fair' }));
  expect(run.state).toBe('visible');
  expect(run.skipped).toEqual({
    'fields that are not read: "shoe_size"': 0,
    'fields that are not read: "weather"': 0,
  });
  expect(rejects).toEqual([]);
});

test('a word of a list is a refused row with its field, the others are loaded', async () => {
  const header = 'person_id,course_id,role\n';
  const { run, rejects } = await kept('native', 'enrolments.csv', `${header}ana,c,learner\nben,c,wizard\n`);
  expect(run).toMatchObject({ state: 'visible', readCount: 2 });
  expect(rejects).toEqual([
    expect.objectContaining({ code: 'BAD_CHOICE', field: 'role', file: 'enrolments.csv', line: 3 }),
  ]);
});

test('a list nobody knows is refused by name', async () => {
  const answer = {
    courses: [{ id: '1', name: 'C', courseState: 'ACTIVE', ownerId: '2' }],
    streamComments: [{ id: '9' }],
  };
  const { rejects } = await kept('google-classroom', 'answer.json', JSON.stringify(answer));
  expect(rejects).toContainEqual(expect.objectContaining({ code: 'UNKNOWN_SECTION', field: 'streamComments' }));
});
