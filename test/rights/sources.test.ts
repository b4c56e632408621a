import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { getMyData } from '@kith/api/contract/my-data.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { removeWithheld } from '@kith/etl/rights/withheld.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';
import { courseWithPlanted, planted } from './planted.ts';

/** What a learner says of single sources: a name of theirs in one, and that another is not to be read. */
let database: FreshDatabase;
let institutionId: number;
let learner: Browser;
let steward: Browser;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, courseWithPlanted());
  learner = await signedIn(database, planted.name);
  steward = await signedIn(database, 'Name of tut');
  const { personId } = (await steward.get('/me')).body as { personId: number };
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at)
    values (${institutionId}, ${personId}, 'steward', now() - interval '1 hour', now())`.execute(database.db);
});
afterAll(async () => {
  for (const one of [learner, steward]) await one.close();
  await database.drop();
});

const mine = async () => (await learner.get('/my-data')).body as ResponseOf<typeof getMyData>;

test('a handle that a steward confirms joins the account of that source with the next load', async () => {
  const chat = [
    { type: 'post', key: 'p1', thread: 'p1', course: 'c', author: 'blue-heron#77', createdAt: '2026-01-09T10:00:00Z' },
  ] as const;
  await loadRecords(database.db, institutionId, chat, 'discord');
  expect((await learner.post('/my-data/handles', { place: 'discord', handle: 'blue-heron#77' })).status).toBe(200);
  const waiting = (await steward.get('/data-requests')).body as { requestId: number; kind: string }[];
  const { requestId } = waiting.find(({ kind }) => kind === 'handle')!;
  expect((await mine()).accounts).toHaveLength(1); // a word alone opens nothing
  const answer = `/data-requests/${requestId}/answer`;
  expect((await steward.post(answer, { granted: true, answer: 'Yes, that is you.' })).status).toBe(200);
  const self = courseWithPlanted().filter(({ type, key }) => type === 'person' && key === planted.key);
  await loadRecords(database.db, institutionId, [{ ...self[0]!, displayName: `${planted.name} ` } as never]);
  await loadRecords(database.db, institutionId, [{ ...chat[0], key: 'p2' }], 'discord');
  expect((await mine()).accounts.map(({ source }) => source)).toEqual(['discord', 'native']);
});

test('a source the learner does not want read: its traces go, later loads leave them out, a yes brings them back', async () => {
  const source = (await mine()).accounts.find((one) => one.source === 'native')!;
  const say = (granted: boolean) => learner.post(`/my-data/sources/${source.sourceId}`, { granted });
  expect((await say(false)).status).toBe(200);
  expect(await removeWithheld(database.db, institutionId)).toBe(1);
  const left = (await mine()).facts.filter((fact) => fact.source === 'native').map(({ kind }) => kind);
  expect(left.sort()).toEqual(['consent', 'declaration', 'enrolment']);
  const again = await loadRecords(database.db, institutionId, courseWithPlanted());
  expect(again.skippedReasons).toMatchObject({
    'about somebody who does not want this source read': expect.any(Number) as number,
  });
  expect((await mine()).facts.filter(({ kind }) => kind === 'presence')).toEqual([]);
  await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  const { rows } = await sql<{ state: string; visibility: { activity: string } }>`
    select w.state, w.visibility from insight.learner_week as w
      join identity.person as p using (institution_id, person_id)
    where p.display_name like ${planted.name + '%'} order by week desc limit 1`.execute(database.owner);
  expect(rows).toEqual([
    { state: 'unseen', visibility: expect.objectContaining({ activity: 'not_matched' }) as object },
  ]);
  expect((await say(true)).status).toBe(200);
  await loadRecords(database.db, institutionId, courseWithPlanted());
  expect((await mine()).facts.find(({ kind }) => kind === 'post')?.facts).toBeGreaterThan(0);
  expect((await learner.post('/my-data/sources/999999', { granted: false })).status).toBe(404);
});
