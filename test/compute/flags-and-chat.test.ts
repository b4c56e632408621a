import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, person, smallCourse } from '../support/small-course.ts';

const now = new Date('2026-02-02T06:00:00Z');
let database: FreshDatabase;
let institutionId: number;
beforeEach(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
});
afterEach(() => database.drop());

async function given(records: readonly RecordInput[]): Promise<void> {
  expect(await loadRecords(database.db, institutionId, records)).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now })).toMatchObject({ failed: [] });
}

/** Everything that was computed of every learner and week. */
async function computed(): Promise<unknown> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(w) - array['computed_at', 'run_id', 'snapshot_id'] as row
    from insight.learner_week as w order by person_id, week`.execute(database.db);
  return rows.map(({ row }) => row);
}

test('who reports a post, and whose post is reported, has the same weeks as before', async () => {
  await given([...smallCourse(), ...person('quiet', 'learner')]);
  const before = await computed();
  const reports: RecordInput[] = ['quiet', 'l1', 'l2'].flatMap((who) => [
    { type: 'reaction', key: `l5 0|${who}|flag`, course: 'c', post: 'l5 0', person: who, kind: 'flag', at: at(16, 3) },
  ]);
  await given([
    ...reports,
    { type: 'reaction', key: 'l6 0|flag|#', course: 'c', post: 'l6 0', kind: 'flag', count: 4 },
  ]);
  expect(await computed()).toEqual(before);
  const { rows } = await sql`select from core.reaction where kind = 'flag'`.execute(database.db);
  expect(rows).toHaveLength(4);
});

test('in a chat nobody answers the one who spoke first, unless a message says so', async () => {
  const chat = (key: string, author: string, hour: number): RecordInput => ({
    type: 'post',
    key,
    course: 'c',
    thread: 'room',
    author,
    kind: 'chat',
    replyInference: 'none',
    createdAt: at(1, hour),
  });
  await given([
    ...smallCourse({ weeks: 1 }),
    chat('m1', 'l1', 9),
    chat('m2', 'l5', 10),
    { ...chat('m3', 'l7', 11), parent: 'm2' } as RecordInput,
  ]);
  const { rows } = await sql<{ who: string; whom: string }>`
    select source.display_name as who, target.display_name as whom
    from insight.tie as tie
    join core.post as post on tie.event_ref = 'post:' || post.post_id and post.kind = 'chat'
    join identity.person as source on source.person_id = tie.source_person_id
    join identity.person as target on target.person_id = tie.target_person_id
    where tie.kind = 'reply'`.execute(database.db);
  expect(rows).toEqual([{ who: 'Name of l7', whom: 'Name of l5' }]);
});
