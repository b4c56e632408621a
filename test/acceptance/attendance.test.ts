import { copyFile } from 'node:fs/promises';
import path from 'node:path';

import type { RunReport } from '@kith/etl/load/request.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadFiles, type FilesToLoad } from '../support/load-files.ts';
import { makeInstitution } from '../support/load-records.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = referenceData('attendance-reports');

describe.skipIf(!folder)(`real attendance files${folder ? '' : `. ${withoutReferenceData}`}`, () => {
  let database: FreshDatabase;
  let institutionId: number;
  beforeAll(async () => {
    database = await freshDatabase();
    institutionId = await makeInstitution(database.db, 'Asia/Jakarta');
  });
  afterAll(() => database.drop());

  test.each([
    ['teams-report_id_2022-03-16_semicolon.csv', { read: 70 }, { joins: 70, sessions: 1, day: '2022-03-16' }],
    ['teams-report_id_2022-04-11_semicolon.csv', { read: 61 }, { joins: 61, sessions: 1, day: '2022-04-11' }],
    ['teams-report_id_2022-04-13_semicolon.csv', { read: 69 }, { joins: 69, sessions: 1, day: '2022-04-13' }],
    [
      'teams-list_de-AT_2020-12-11_utf16le.csv',
      { read: 38, skipped: 19 },
      { joins: 19, sessions: 1, day: '2020-12-11' },
    ],
    ['zoom_participants_heroes.csv', { read: 31 }, { joins: 31, sessions: 1, day: '2021-11-19' }],
    ['zoom_participants_heroes_full.csv', { read: 31 }, { joins: 31, sessions: 1, day: '2021-11-19' }],
    // Two of eleven, two of fourteen and one of fourteen class dates have no mark yet.
    ['attendance-register_id_v1_2022-03-17.csv', { read: 66 }, { joins: 562, sessions: 9, day: '2022-02-07' }],
    ['attendance-register_id_v2_2022-04-11.csv', { read: 66 }, { joins: 710, sessions: 12, day: '2022-02-07' }],
    ['attendance-register_id_v3_2022-04-13.csv', { read: 66 }, { joins: 778, sessions: 13, day: '2022-02-07' }],
    ['students_de-AT_bom_semicolon.csv', { read: 5 }, { joins: 0, sessions: 0, day: null }],
  ])('%s', async (name, { read, skipped = 0 }: { read: number; skipped?: number }, expected) => {
    const report = await loadOne(name);
    expect(report).toMatchObject({ state: 'visible', read, new: read - skipped, skipped, changed: 0, rejected: 0 });
    expect(await stored(name)).toEqual(expected);
    expect(await loadOne(name), 'the same again').toMatchObject({ new: 0, changed: 0, unchanged: read - skipped });
  });

  test.each([
    ['zoom_zoom-chat-1.txt', 8],
    ['zoom_zoom-chat-2.txt', 10],
  ])('%s: refused where nothing says the day, and with a day it is read without its words', async (name, posts) => {
    await expect(loadOne(name)).rejects.toMatchObject({ code: 'NO_SESSION_DATE' });
    expect(await stored(name)).toEqual({ joins: 0, sessions: 0, day: null });
    const report = await load({
      connector: 'meeting-report',
      paths: [path.join(folder!, name)],
      source: name,
      context: { options: { date: '2022-03-16' } },
    });
    expect(report).toMatchObject({ state: 'visible', new: posts, rejected: 0 });
  });

  test('4/11/2022 in a file whose name tells nothing: both readings are named, and nothing is written', async () => {
    const { folder: elsewhere, remove } = await temporaryFolder();
    const nameless = path.join(elsewhere, 'export.csv');
    await copyFile(path.join(folder!, 'teams-report_id_2022-04-11_semicolon.csv'), nameless);
    const request = { connector: 'meeting-report', paths: [nameless], source: 'nameless' } as const;
    await expect(load(request)).rejects.toMatchObject({
      code: 'AMBIGUOUS_DATE',
      message: expect.stringMatching(/4 November 2022.*11 April 2022/) as string,
      hint: expect.stringContaining('--date-order dmy or mdy') as string,
    });
    expect(await stored('nameless')).toEqual({ joins: 0, sessions: 0, day: null });
    expect(await load({ ...request, context: { dateOrder: 'mdy' } })).toMatchObject({ state: 'visible', new: 61 });
    expect(await stored('nameless')).toEqual({ joins: 61, sessions: 1, day: '2022-04-11' });
    await remove();
  });

  test('the Jisc feed with month 13: red, nothing visible, and the swap named; read as ydm it is whole', async () => {
    const report = await loadOne('jisc_attendance.tsv');
    expect(report).toMatchObject({ state: 'staged', read: 25, new: 15, rejected: 10 });
    expect(report.message).toMatch(
      /10 of 25 rows.*Day and month are probably swapped in the whole file.*--date-order ydm/,
    );
    expect(await stored('jisc_attendance.tsv')).toEqual({ joins: 0, sessions: 0, day: null });
    const { rows: rejects } = await sql`
      select code, field, count(*) as rows from ops.reject where run_id = ${report.runId} group by code, field`.execute(
      database.db,
    );
    expect(rejects).toEqual([{ code: 'BAD_DATE', field: 'START_TIME', rows: 10 }]);

    const again = {
      connector: 'meeting-report',
      paths: [path.join(folder!, 'jisc_attendance.tsv')],
      source: 'ydm',
    } as const;
    expect(await load({ ...again, context: { dateOrder: 'ydm' } })).toMatchObject({
      state: 'visible',
      new: 25,
      rejected: 0,
    });
    const { rows: days } = await sql`
      select to_char(occurred_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD HH24:MI') as at from core.session
      join ops.source using (institution_id, source_id) where name = 'ydm' order by 1`.execute(database.db);
    expect(days).toEqual([10, 11, 12, 13, 14].map((day) => ({ at: `2017-12-${day} 14:00` })));
    expect(await stored('ydm')).toEqual({ joins: 25, sessions: 5, day: '2017-12-10' });
  });

  const load = (files: FilesToLoad): Promise<RunReport> =>
    loadFiles(database.db, institutionId, {
      ...files,
      context: { timezone: 'Asia/Jakarta', course: 'Statistics', ...files.context },
    });

  const loadOne = (name: string): Promise<RunReport> =>
    load({ connector: 'meeting-report', paths: [path.join(folder!, name)], source: name });

  /** What is visible of a source: rows of presence (marks of a register that say present or absent), sessions, first day. */
  async function stored(source: string): Promise<unknown> {
    const { rows } = await sql`
      select
        (select count(*) from core.known_presence where source_id = s.source_id) as joins,
        (select count(*) from core.known_session where source_id = s.source_id) as sessions,
        (select to_char(min(occurred_at at time zone 'Asia/Jakarta'), 'YYYY-MM-DD')
         from core.known_session where source_id = s.source_id) as day
      from ops.source as s where name = ${source}`.execute(database.db);
    return rows[0];
  }
});
