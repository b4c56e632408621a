import { setTimeout as sleep } from 'node:timers/promises';

import { startWorker } from '@kith/etl/jobs/worker.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { smallCourse } from '../support/small-course.ts';

/** The timetable of the real worker, on a machine that was off on Monday at 4:20: it is done when it is on again. */
let database: FreshDatabase;
let institutionId: number;
const troubles: string[] = [];
const longAgo = (day: string): string => `2015${day.slice(4)}`;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  // The small course, eleven years ago.
  const then = JSON.parse(JSON.stringify(smallCourse()), (_, value: unknown) =>
    typeof value === 'string' && /^2026-\d\d-\d\d/.test(value) ? longAgo(value) : value,
  ) as RecordInput[];
  await loadRecords(
    database.db,
    institutionId,
    then.map((record) => (record.type === 'course' ? { ...record, endsOn: '2015-02-01' } : record)),
  );
  // It came to Kith then, too: who loads an old course today does not lose it the next Monday.
  await sql`update core.course set created_at = '2015-02-01'`.execute(database.owner);
});
afterAll(() => database.drop());

const start = () =>
  startWorker({
    jobsUrl: database.urls.jobs,
    db: database.db,
    tell: (text) => troubles.push(text),
    sweepEvery: 3_600_000,
  });

const posts = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from core.post`.execute(database.owner)).rows[0]!.n;

interface Receipt {
  readonly state: string;
  readonly receipt: { readonly classes: readonly { readonly class: string; readonly rows: Record<string, number> }[] };
}
const receipts = async (): Promise<Receipt[]> =>
  (await sql<Receipt>`select state, receipt from ops.rights_task where kind = 'retention'`.execute(database.owner))
    .rows;

test('what is too old is gone after the worker’s Monday, and a receipt says what', async () => {
  await (await start()).stop(); // the timetable is known from now on
  const { numAffectedRows } = await sql`
    update jobs._private_known_crontabs
    set known_since = now() - interval '30 days', last_execution = now() - interval '20 days'
    where identifier = 'keep_retention'`.execute(database.owner);
  expect(numAffectedRows).toBe(1n);
  expect(await posts()).toBe(80);

  const worker = await start();
  while ((await receipts()).length === 0) await sleep(50);
  await worker.stop();

  expect(troubles).toEqual([]);
  expect(await posts()).toBe(0);
  const [done] = await receipts();
  expect(done?.state).toBe('done');
  const facts = done?.receipt.classes.find((one) => one.class === 'course_facts');
  expect(facts?.rows).toMatchObject({ 'core.post': 80, 'core.activity': 40 });
});

test('the next time there is nothing to do, and no receipt of nothing', async () => {
  await sql`update jobs._private_known_crontabs set last_execution = now() - interval '20 days'`.execute(
    database.owner,
  );
  const jobs = async () =>
    (await sql`select from jobs.jobs where task_identifier = 'keep_retention'`.execute(database.owner)).rows.length;
  const worker = await start();
  await sleep(1000);
  while ((await jobs()) > 0) await sleep(50);
  await worker.stop();
  expect(troubles).toEqual([]);
  expect(await receipts()).toHaveLength(1);
});
