import type { Extracted } from '@kith/etl/connector.ts';
import { accept, drop, NotStaged } from '@kith/etl/load/decide.ts';
import { NoSuchSource } from '@kith/etl/load/source.ts';
import { load } from '@kith/etl/load/load.ts';
import { UnreadableFile } from '@kith/etl/connector.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { dump } from './dump.ts';
import { given, inputOf, institution, loadGiven } from './given.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  institutionId = await institution(database.db);
});

const ref = (line: number) => ({ file: 'given.ndjson', line });
const enrolment = (n: number) => ({
  type: 'enrolment' as const,
  key: `e${n}`,
  person: `p${n}`,
  course: 'c',
  role: 'learner' as const,
});
const good = (count: number): Extracted[] =>
  Array.from({ length: count }, (_, n) => ({ record: enrolment(n), ref: ref(n + 1) }));
const bad = (line: number): Extracted => ({
  reject: { code: 'BAD_DATE', field: 'at', message: 'The date has month 13.', raw: 'p,13' },
  ref: ref(line),
});

/** Tables of loads of this institution that are still there. */
const stageTables = async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name
    from ops.run as r join pg_class as c on c.relname like 'run\\_' || r.run_id || '\\_%'
    where r.institution_id = ${institutionId} and c.relnamespace = 'stage'::regnamespace`.execute(database.owner);
  return rows;
};
const enrolments = () =>
  database.db.selectFrom('core.enrolment').select('enrolmentId').where('institutionId', '=', institutionId).execute();
const rejects = (runId: number) =>
  database.db
    .selectFrom('ops.reject')
    .select(['rejectNo', 'file', 'line', 'code', 'field', 'message', 'raw'])
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .orderBy('rejectNo')
    .execute();

test('a bad row is kept with file, line, code and sentence, and the others load', async () => {
  const report = await loadGiven(database.db, institutionId, { items: [...good(3), bad(4)] });
  expect(report).toMatchObject({ state: 'visible', read: 4, new: 3, rejected: 1 });
  expect(await rejects(report.runId)).toEqual([
    {
      rejectNo: 1,
      file: 'given.ndjson',
      line: 4,
      code: 'BAD_DATE',
      field: 'at',
      message: 'The date has month 13.',
      raw: 'p,13',
    },
  ]);
});

test('five bad rows of any number, or two per cent, are not red; one more of both is', async () => {
  const five = await loadGiven(database.db, institutionId, { items: [...good(1), ...[2, 3, 4, 5, 6].map(bad)] });
  expect(five).toMatchObject({ state: 'visible', rejected: 5 });
  const six = [400, 401, 402, 403, 404, 405].map(bad);
  expect(await loadGiven(database.db, institutionId, { items: [...good(294), ...six] })).toMatchObject({
    state: 'visible',
  });
  expect(await loadGiven(database.db, institutionId, { items: [...good(293), ...six] })).toMatchObject({
    state: 'staged',
  });
});

const red = (): Extracted[] => [...good(10), ...[11, 12, 13, 14, 15, 16].map(bad)];

test('a red run shows its numbers and nothing of its rows until it is accepted', async () => {
  const report = await loadGiven(database.db, institutionId, { items: red() });
  expect(report).toMatchObject({ state: 'staged', read: 16, new: 10, rejected: 6 });
  expect(report.message).toMatch(/6 of 16 rows .*kith runs accept/);
  expect(await enrolments()).toEqual([]);
  expect(await rejects(report.runId)).toHaveLength(6);

  const accepted = await accept(database.db, { institutionId, runId: report.runId });
  expect(accepted).toMatchObject({ runId: report.runId, state: 'visible', read: 16, new: 10, rejected: 6 });
  expect(await enrolments()).toHaveLength(10);
  expect(await stageTables()).toEqual([]);
  await expect(accept(database.db, { institutionId, runId: report.runId })).rejects.toThrow(NotStaged);
});

test('a dropped run leaves its report and its rejects, and no rows', async () => {
  const { runId } = await loadGiven(database.db, institutionId, { items: red() });
  await drop(database.db, { institutionId, runId });
  expect(await enrolments()).toEqual([]);
  expect(await stageTables()).toEqual([]);
  expect(await rejects(runId)).toHaveLength(6);
  await expect(drop(database.db, { institutionId, runId })).rejects.toThrow(`Run ${runId} is dropped, not staged.`);
});

test('a staged run never blocks a better file', async () => {
  await loadGiven(database.db, institutionId, { items: red() });
  expect(await loadGiven(database.db, institutionId, { items: good(12) })).toMatchObject({ state: 'visible', new: 12 });
});

test('a dry run says what would come of it and writes no fact, person or course', async () => {
  await loadGiven(database.db, institutionId, { items: good(2) });
  const before = await dump(database.owner, institutionId);
  const items = [
    ...good(5),
    bad(6),
    {
      record: {
        type: 'activity',
        key: 'a',
        person: 'new',
        course: 'other',
        verb: 'viewed',
        at: '1999-05-05T00:00:00Z',
      },
      ref: ref(7),
    } as const,
  ];
  const report = await loadGiven(database.db, institutionId, { items, dryRun: true });
  expect(report).toMatchObject({ state: 'dry_run', read: 7, new: 4, unchanged: 2, rejected: 1 });
  expect(await dump(database.owner, institutionId)).toEqual(before);
  expect(await stageTables()).toEqual([]);
  const { rows } = await sql`select to_regclass('core.activity_1999_05') as month`.execute(database.owner);
  expect(rows).toEqual([{ month: null }]);
});

test('a file that cannot be read fails the run with its reason, and nothing is written', async () => {
  const broken = {
    ...given,
    async *extract() {
      yield* good(3);
      throw new UnreadableFile('WRONG_ENCODING', 'given.ndjson', 'Byte 17 is no UTF-8.', 'Save the file as UTF-8.');
    },
  };
  await loadGiven(database.db, institutionId, { items: [] });
  const request = {
    institutionId,
    source: 'given',
    connector: broken,
    input: inputOf(good(3)),
    context: {},
    mode: 'event',
  } as const;
  await expect(load(database.db, request)).rejects.toThrow(UnreadableFile);
  const run = await database.db
    .selectFrom('ops.run')
    .select(['state', 'message'])
    .where('institutionId', '=', institutionId)
    .orderBy('runId', 'desc')
    .executeTakeFirst();
  expect(run).toEqual({ state: 'failed', message: 'given.ndjson: Byte 17 is no UTF-8. Save the file as UTF-8.' });
  expect(await enrolments()).toEqual([]);
  expect(await stageTables()).toEqual([]);
});

test('a source that is not configured is refused before a row is read', async () => {
  const request = {
    institutionId,
    source: 'nowhere',
    connector: given,
    input: inputOf([]),
    context: {},
    mode: 'event',
  } as const;
  await expect(load(database.db, request)).rejects.toThrow(NoSuchSource);
});
