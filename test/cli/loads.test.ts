import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';

const dlt1 = referenceData('dlt-mooc');
const reports = referenceData('attendance-reports');

describe.skipIf(!dlt1 || !reports)(`Real files by the command line${dlt1 ? '' : `. ${withoutReferenceData}`}`, () => {
  let database: FreshDatabase;
  const run = (...words: string[]): Promise<Said> => kith(words, { database: database.ownerUrl });
  const report = (name: string) => path.join(reports!, name);

  beforeAll(async () => {
    database = await freshDatabase();
    await run('init', '--title', 'U', '--timezone', 'Europe/London', '--admin-email', 'it@u.example');
  });
  afterAll(() => database.drop());

  test('DLT1: the network in numbers, as published', async () => {
    const files = ['DLT1 Edgelist.csv', 'DLT1 Nodes.csv'].map((name) => path.join(dlt1!, name));
    const loaded = await run('ingest', 'mapping', ...files, '--map', 'dlt1', '--no-compute');
    expect(loaded).toMatchObject({
      code: 0,
      rows: [{ state: 'visible', read: 2974, new: 2972, unchanged: 2, rejected: 0 }],
    });
    const near = (...numbers: number[]) => numbers.map((number): unknown => expect.closeTo(number, 2));
    const shares = async (...words: string[]) => {
      const [row] = (await run('network', 'dlt1', ...words)).rows;
      return [row?.isolates, row?.giantComponent, row?.reciprocity, row?.gini];
    };
    expect(await shares()).toEqual(near(0.169, 0.822, 0.196, 0.606));
    expect(await shares('--week-ending', '2013-06-17')).toEqual(near(0.666, 0.33, 0.215, 0.909));
    expect((await run('network', 'dlt1')).rows[0]).toMatchObject({
      n: 443,
      density: expect.closeTo(0.0072, 4) as number,
    });
  });

  test('a red load waits, says why, and is taken or dropped', async () => {
    await run('course', 'add', 'J', '--title', 'Jisc');
    const words = [
      'ingest',
      'meeting-report',
      report('jisc_attendance.tsv'),
      '--course',
      'J',
      '--timezone',
      'Europe/London',
    ];
    const red = await run(...words, '--date-order', 'ymd');
    expect(red.code).toBe(1);
    expect(red.rows).toMatchObject([{ state: 'staged', read: 25, rejected: 10 }]);
    const id = String(red.rows[0]?.run);
    expect(red.err).toContain('probably swapped');
    for (const step of ['rejects', 'runs accept', 'runs drop']) expect(red.err).toContain(`kith ${step} ${id}`);
    expect(red.err).toContain(`Load ${id} stays staged, and the old numbers stay.`);
    expect((await run('course', 'list')).rows.find(({ code }) => code === 'J')).toMatchObject({ learners: 0 });

    const why = await run('rejects', id);
    expect(why.rows).toHaveLength(10);
    const csv = (await run('rejects', id, '--csv')).out.trim().split('\r\n');
    expect([csv.length, csv[0]]).toEqual([11, 'load,no,file,line,code,field,message,raw']);

    expect((await run('runs', 'drop', id)).rows).toEqual([{ run: Number(id), state: 'dropped' }]);
    expect(await run('runs', 'accept', id)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`Run ${id} is dropped, not staged.`) as string,
    });
    const right = await run(...words, '--date-order', 'ydm');
    expect(right).toMatchObject({ code: 0, rows: [{ state: 'visible', read: 25, rejected: 0 }, { failed: 0 }] });
    expect((await run('runs', id)).rows).toMatchObject([{ state: 'dropped', source: 'meeting-report' }]);
  });

  test('a dry run counts everything and keeps nothing', async () => {
    await run('course', 'add', 'T');
    const file = report('teams-report_id_2022-03-16_semicolon.csv');
    const words = ['ingest', 'auto', file, '--course', 'T', '--timezone', 'Asia/Jakarta', '--source', 'teams'];
    const dry = await run(...words, '--dry-run');
    expect(dry.rows).toMatchObject([{ state: 'dry_run', rejected: 0 }]);
    expect(dry.err).toContain('It looks like meeting-report');
    expect((await run('course', 'list')).rows.find(({ code }) => code === 'T')).toMatchObject({ learners: 0 });
    const wet = await run(...words);
    expect(wet.rows[0]).toMatchObject({ state: 'visible', new: dry.rows[0]?.new });
    expect((await run(...words)).rows[0]).toMatchObject({ new: 0, changed: 0 });
  });

  test('detect names connector, variant and problems, and writes nothing', async () => {
    const before = (await run('runs')).rows.length;
    const said = await run('detect', report('zoom_participants_heroes.csv'));
    expect(said.rows[0]).toMatchObject({ connector: 'meeting-report', files: 1 });
    expect((await run('runs')).rows).toHaveLength(before);
  });

  test('learners carry no name unless asked, and a course without weeks says what to do', async () => {
    const computed = await run('compute', '--course', 'T');
    expect(computed.rows).toMatchObject([{ courses: 1, failed: 0 }]);
    const plain = (await run('learners', 'T')).rows;
    expect(plain.length).toBeGreaterThan(10);
    expect(plain[0]).not.toHaveProperty('name');
    expect((await run('learners', 'T', '--names')).rows[0]).toHaveProperty('name');
    await run('course', 'add', 'Z');
    expect(await run('learners', 'Z')).toMatchObject({
      code: 1,
      err: expect.stringContaining('kith compute --course "Z"') as string,
    });
    expect(await run('network', 'Z')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--start YYYY-MM-DD') as string,
    });
  });

  test('as known then: before the load nobody was seen', async () => {
    const words = ['compute', '--course', 'T', '--as-of'];
    const now = await run(...words, new Date(Date.now() + 60_000).toISOString());
    expect(now.rows.length).toBeGreaterThan(0);
    expect(now.rows.every(({ different }) => different === 0)).toBe(true);
    const then = await run(...words, '2022-06-01');
    expect(then.rows.every(({ scored }) => scored === 0)).toBe(true);
    expect((await run('compute', '--from', '2')).code).toBe(2);
  });
});
