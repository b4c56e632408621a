import type { Extracted } from '@kith/etl/connector.ts';
import { load } from '@kith/etl/load/load.ts';
import { accept } from '@kith/etl/load/decide.ts';
import type { LoadRequest, RunReport } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import { applyRetention, keepFor } from '@kith/etl/rights/retention.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { dump } from './dump.ts';
import { given, inputOf, institution, rows } from './given.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  institutionId = await institution(database.db);
  await ensureSource(database.db, institutionId, { name: 'given', connector: 'given' });
});

const view = (key: string, person = 'ana'): RecordInput => ({
  type: 'activity',
  key,
  person,
  course: 'c',
  verb: 'viewed',
  at: '2026-03-10T10:00:00Z',
});
const course = (title: string): RecordInput => ({ type: 'course', key: 'c', title, endsOn: '2026-04-26' });
const refused: Extracted = {
  reject: { code: 'BAD_DATE', field: 'at', message: 'The date has month 13.', raw: 'ben,13' },
  ref: { file: 'given.ndjson', line: 90 },
};
const file: readonly Extracted[] = [
  ...rows([course('Sociology'), view('1'), view('2', 'ben')]),
  refused,
  { skipped: { reason: 'a heading' }, ref: { file: 'given.ndjson', line: 91 } },
];

/** Loads, and says whether the rows were read at all. */
async function reading(
  items: readonly Extracted[],
  request: Partial<LoadRequest> = {},
): Promise<{ report: RunReport; read: boolean }> {
  let read = false;
  const watched: typeof given = {
    ...given,
    extract(input) {
      read = true;
      return given.extract(input);
    },
  };
  const report = await load(database.db, {
    institutionId,
    source: 'given',
    connector: watched,
    input: inputOf(items),
    context: {},
    mode: 'delta',
    ...request,
  });
  return { report, read };
}

describe('the same files again', () => {
  test('are not read: every row is what it was, and the report says of which load', async () => {
    const { report: first } = await reading(file);
    expect(first).toMatchObject({ read: 5, new: 3, rejected: 1, skipped: 1 });
    const before = await dump(database.db, institutionId);
    for (const earlier of [first.runId, first.runId + 1]) {
      const { report, read } = await reading(file);
      expect(read).toBe(false);
      expect(report).toMatchObject({ state: 'visible', read: 5, new: 0, changed: 0, unchanged: 3, skipped: 1 });
      expect(report).toMatchObject({ rejected: 1, skippedReasons: { 'a heading': 1 } });
      expect(report.message).toBe(`Unchanged: the same file as load ${earlier}, so nothing was read again.`);
    }
    expect(await dump(database.db, institutionId)).toEqual(before);
  });

  test('keep their refused rows with every load, count as fresh, and leave no stage behind', async () => {
    await reading(file);
    const { report } = await reading(file);
    const { rows: rejects } = await sql`
      select file, line, code, field, message, raw from ops.reject where run_id = ${report.runId}`.execute(
      database.owner,
    );
    expect(rejects).toEqual([
      {
        file: 'given.ndjson',
        line: 90,
        code: 'BAD_DATE',
        field: 'at',
        message: 'The date has month 13.',
        raw: 'ben,13',
      },
    ]);
    const { rows: fresh } = await sql`
      select c.run_id, c.last_load_at = r.visible_at as at_once, r.course_ids
      from ops.course_source as c join ops.run as r on r.run_id = c.run_id
      where c.institution_id = ${institutionId}`.execute(database.owner);
    expect(fresh).toEqual([{ runId: report.runId, atOnce: true, courseIds: [] }]);
    const { rows: stage } = await sql`
      select tablename from pg_tables where schemaname = 'stage' and tablename like ${`run\\_${report.runId}\\_%`}`.execute(
      database.owner,
    );
    expect(stage).toEqual([]);
  });

  test('stay what a steward accepted', async () => {
    const red = [...rows([view('1')]), ...Array.from({ length: 9 }, () => refused)];
    const { report } = await reading(red, { thresholds: { rejectedRows: 0 } });
    expect(report.state).toBe('staged');
    await accept(database.db, { institutionId, runId: report.runId });
    const again = await reading(red, { thresholds: { rejectedRows: 0 } });
    expect(again).toMatchObject({ read: false, report: { state: 'visible', unchanged: 1, rejected: 1 } });
  });
});

describe('the same files are read again', () => {
  const other = rows([course('Economics')]);

  test('after another load changed something of the source, and take their place back', async () => {
    await reading(file);
    await reading(other);
    const { report, read } = await reading(file);
    expect(read).toBe(true);
    expect(report).toMatchObject({ changed: 1, unchanged: 2 });
    expect((await dump(database.db, institutionId)).course).toEqual([expect.stringContaining('Sociology')]);
    expect((await reading(other)).read).toBe(true);
  });

  test('not after a load that changed nothing, nor after one of another source', async () => {
    await reading(rows([view('1')]));
    await reading([...rows([view('1')]), { skipped: { reason: 'a heading' }, ref: { file: 'given.ndjson', line: 2 } }]);
    await ensureSource(database.db, institutionId, { name: 'elsewhere', connector: 'given' });
    await reading(other, { source: 'elsewhere' });
    expect((await reading(rows([view('1')]))).read).toBe(false);
  });

  test('where anything else was said: mode, context, settings of the source, a dry run', async () => {
    const clean = rows([course('Sociology'), view('1')]);
    await reading(clean);
    expect((await reading(clean, { mode: 'event' })).read).toBe(true);
    expect((await reading(clean, { dryRun: true })).read).toBe(true);
    expect((await reading(clean)).read).toBe(false);
    await sql`
      update ops.source set settings = '{"titles": false}' where institution_id = ${institutionId}`.execute(
      database.owner,
    );
    expect((await reading(clean)).read).toBe(true);
    expect((await reading(clean, { context: { course: 'd' } })).read).toBe(true);
  });

  test('after an erasure, and the erased stay away', async () => {
    await reading(file);
    const { rows: people } = await sql<{ personId: number }>`
      select a.person_id from identity.account as i join core.account as a using (institution_id, account_id)
      where i.institution_id = ${institutionId} and i.key = 'ben'`.execute(database.owner);
    await erasePerson(database.db, { institutionId, personId: people[0]!.personId, dryRun: true });
    expect((await reading(file)).read).toBe(false);
    await erasePerson(database.db, { institutionId, personId: people[0]!.personId, dryRun: false });
    const { report, read } = await reading(file);
    expect(read).toBe(true);
    expect(report).toMatchObject({ new: 0, unchanged: 2, skipped: 2 });
    expect((await dump(database.db, institutionId)).activity).toHaveLength(1);
    expect((await reading(file)).read).toBe(false);
  });

  test('after retention took something away', async () => {
    await reading(file);
    const at = new Date('2031-01-01T00:00:00Z');
    await applyRetention(database.db, { institutionId, at, dryRun: true });
    expect((await reading(file)).read).toBe(false);
    await keepFor(database.db, institutionId, 'course_facts', 30, at);
    await applyRetention(database.db, { institutionId, at, dryRun: false });
    const { report, read } = await reading(file);
    expect(read).toBe(true);
    expect(report.new, 'what retention took is loaded again').toBeGreaterThan(0);
  });
});
