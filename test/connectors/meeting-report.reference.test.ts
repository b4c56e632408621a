import { copyFile, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Context, Extracted } from '@kith/etl/connector.ts';
import { meetingReport } from '@kith/etl/extract/meeting-report/meeting-report.ts';
import { head, openInput } from '@kith/etl/formats/source.ts';
import type { RecordInput, RecordType } from '@kith/etl/records/record.ts';
import { referenceData } from '../support/reference-data.ts';

const folder = referenceData('attendance-reports') ?? '';
const zoned: Context = { timezone: 'Asia/Jakarta' };

async function read(file: string, context: Context): Promise<Extracted[]> {
  return Array.fromAsync(meetingReport.extract(await openInput([file]), context));
}

function records<T extends RecordType>(items: readonly Extracted[], type: T): Extract<RecordInput, { type: T }>[] {
  return items.flatMap((item) => ('record' in item && item.record.type === type ? [item.record] : [])) as Extract<
    RecordInput,
    { type: T }
  >[];
}

/** Everything that comes of a file, by what it is. */
function counts(items: readonly Extracted[]): Record<string, number> {
  const kinds = items.map((item) =>
    'record' in item ? item.record.type : 'reject' in item ? item.reject.code : item.skipped.reason,
  );
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

describe.skipIf(folder === '')('the real attendance reports', () => {
  test.each([
    ['teams-report_id_2022-03-16_semicolon.csv', 70, '2022-03-16'],
    ['teams-report_id_2022-04-11_semicolon.csv', 61, '2022-04-11'],
    ['teams-report_id_2022-04-13_semicolon.csv', 69, '2022-04-13'],
  ])('%s: %d joins on one day, the organiser as host', async (name, joins, day) => {
    const items = await read(path.join(folder, name), zoned);
    const [session] = records(items, 'session');
    expect(records(items, 'presence')).toHaveLength(joins);
    expect(items.filter((item) => 'reject' in item)).toEqual([]);
    expect(session).toMatchObject({ host: 'galir@uni.example.edu' });
    expect([session?.startsAt.slice(0, 10), session?.endsAt?.slice(0, 10)]).toEqual([day, day]);
    expect(new Set(records(items, 'presence').map(({ key }) => key)).size).toBe(joins);
    expect(new Set(records(items, 'presence').map(({ precision }) => precision))).toEqual(new Set(['interval']));
  });

  test('4/11/2022 is refused where nothing says the order, and read where somebody does', async () => {
    const nameless = path.join(await mkdtemp(path.join(os.tmpdir(), 'kith-')), 'export.dat');
    await copyFile(path.join(folder, 'teams-report_id_2022-04-11_semicolon.csv'), nameless);
    await expect(read(nameless, zoned)).rejects.toMatchObject({
      code: 'AMBIGUOUS_DATE',
      message: '4/11/2022, 7:44:08 AM is 4 November 2022 (dmy), or 4/11/2022, 7:44:08 AM is 11 April 2022 (mdy).',
      hint: "Say --date-order dmy or mdy, or put the day in the file's name (2022-04-11).",
    });
    expect(records(await read(nameless, { ...zoned, dateOrder: 'mdy' }), 'presence')).toHaveLength(61);
  });

  test('without a zone no report is read', async () => {
    const report = path.join(folder, 'teams-report_id_2022-04-13_semicolon.csv');
    await expect(read(report, {})).rejects.toMatchObject({ code: 'NO_TIMEZONE' });
    await expect(read(report, { timezone: 'Mars/Base' })).rejects.toMatchObject({ code: 'BAD_TIMEZONE' });
  });

  test('the joined and left list: 19 joinings of 5 people on 11 December', async () => {
    const items = await read(path.join(folder, 'teams-list_de-AT_2020-12-11_utf16le.csv'), {
      timezone: 'Europe/Vienna',
    });
    expect(counts(items)).toEqual({ session: 1, person: 5, presence: 19, 'the end of an interval': 19 });
    expect(records(items, 'session')[0]).toMatchObject({
      startsAt: '2020-12-11T11:27:24Z',
      endsAt: '2020-12-11T14:59:01Z',
    });
    const max = records(items, 'presence').filter(({ person }) => person === 'name:mustermann max');
    expect(max.map(({ seconds }) => seconds)).toEqual([1074, 667, 38, 336]);
  });

  test('the class list names the same people as the joined and left list', async () => {
    const list = await read(path.join(folder, 'students_de-AT_bom_semicolon.csv'), { course: 'swp' });
    const seen = await read(path.join(folder, 'teams-list_de-AT_2020-12-11_utf16le.csv'), {
      timezone: 'Europe/Vienna',
    });
    expect(records(list, 'enrolment').map(({ section }) => section)).toEqual(['1A', '1A', '1B', '1B', '1B']);
    const keys = (items: readonly Extracted[]) => records(items, 'person').map(({ key }) => key);
    expect(new Set(keys(list))).toEqual(new Set(keys(seen)));
  });

  test.each([
    ['attendance-register_id_v1_2022-03-17.csv', 9, 562, 2],
    ['attendance-register_id_v2_2022-04-11.csv', 12, 710, 2],
    ['attendance-register_id_v3_2022-04-13.csv', 13, 778, 1],
  ])('%s: 65 students, %d classes, %d marks', async (name, classes, marked, empty) => {
    const items = await read(path.join(folder, name), zoned);
    expect(counts(items)).toEqual({
      session: classes,
      'a class date nobody is marked on': empty,
      'columns that are not read: "Nama Panggilan", "Jurusan", "Prodi", "%"': 1,
      person: 65,
      enrolment: 65,
      presence: marked,
    });
  });

  test('three states of one register are the same sessions and students', async () => {
    const [first, last] = await Promise.all(
      ['attendance-register_id_v1_2022-03-17.csv', 'attendance-register_id_v3_2022-04-13.csv'].map((name) =>
        read(path.join(folder, name), zoned),
      ),
    );
    const later = new Set(records(last ?? [], 'presence').map(({ key }) => key));
    expect(records(first ?? [], 'presence').filter(({ key }) => !later.has(key))).toEqual([]);
  });

  test('Zoom with and without the meeting block: the same people, once with plan and host', async () => {
    const plain = await read(path.join(folder, 'zoom_participants_heroes.csv'), { timezone: 'America/New_York' });
    const full = await read(path.join(folder, 'zoom_participants_heroes_full.csv'), { timezone: 'America/New_York' });
    expect(counts(plain)).toEqual({ session: 1, person: 27, presence: 31 });
    expect(counts(full)).toEqual({ session: 1, person: 27, presence: 31 });
    expect(records(full, 'session')[0]).toMatchObject({
      title: 'Heroes meeting',
      startsAt: '2021-11-19T15:00:00Z',
      endsAt: '2021-11-19T17:00:00Z',
      host: 'green-goblin_human@marvel.com',
    });
    expect(records(plain, 'session')[0]).toMatchObject({ startsAt: '2021-11-19T14:54:15Z' });
  });

  test('Jisc as printed: 10 of 25 rows have a thirteenth or fourteenth month', async () => {
    const items = await read(path.join(folder, 'jisc_attendance.tsv'), { timezone: 'Europe/London' });
    expect(counts(items)).toEqual({ BAD_DATE: 10, course: 1, person: 8, session: 3, presence: 15 });
    const reject = items.find((item) => 'reject' in item);
    expect(reject && 'reject' in reject && reject.reject.message).toContain('--date-order ydm');
  });

  test('Jisc with --date-order ydm: all 25 on 10 to 14 December 2017', async () => {
    const items = await read(path.join(folder, 'jisc_attendance.tsv'), { timezone: 'Europe/London', dateOrder: 'ydm' });
    expect(counts(items)).toEqual({ course: 1, person: 10, session: 5, presence: 25 });
    expect(records(items, 'session').map(({ startsAt }) => startsAt)).toEqual(
      [10, 11, 12, 13, 14].map((day) => `2017-12-${day}T14:00:00Z`),
    );
    const late = records(items, 'presence').filter(({ status }) => status === 'late');
    expect(late).toHaveLength(3);
  });

  test.each([
    ['zoom_zoom-chat-1.txt', 8, 4],
    ['zoom_zoom-chat-2.txt', 10, 7],
  ])('%s: who wrote, without the words; refused where nothing says the day', async (name, posts, people) => {
    await expect(read(path.join(folder, name), zoned)).rejects.toMatchObject({ code: 'NO_SESSION_DATE' });
    const items = await read(path.join(folder, name), { ...zoned, options: { date: '2022-03-16' } });
    expect(counts(items)).toEqual({ person: people, post: posts });
    expect(
      records(items, 'post').every(({ body, replyInference }) => body === undefined && replyInference === 'none'),
    ).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/homework|good weekend/);
  });

  test('the whole folder in one go: what is no report is counted, not lost', async () => {
    const items = await read(folder, { ...zoned, dateOrder: undefined, course: 'swp' });
    const passed = items.flatMap((item) => ('skipped' in item && /chat|SOURCE/.test(item.ref.file) ? [item] : []));
    expect(passed.map(({ ref, skipped }) => [ref.file, skipped.reason])).toEqual([
      ['SOURCE.md', 'a file that is no attendance report: "SOURCE.md"'],
      ['zoom_zoom-chat-1.txt', 'a saved chat whose name has no day: "zoom_zoom-chat-1.txt"'],
      ['zoom_zoom-chat-2.txt', 'a saved chat whose name has no day: "zoom_zoom-chat-2.txt"'],
    ]);
    expect(records(items, 'session')).toHaveLength(1 + 3 + 2 + 9 + 12 + 13 + 3);
  });

  test('every file is known by its first bytes, whatever it is called', async () => {
    const { files } = await openInput([folder]);
    const variants = await Promise.all(
      files.map(async (file) => {
        const detection = meetingReport.detect({ name: 'export.dat', bytes: await head(file), siblings: [] });
        return [file.name, detection?.variant];
      }),
    );
    expect(Object.fromEntries(variants)).toEqual({
      'SOURCE.md': undefined,
      'attendance-register_id_v1_2022-03-17.csv': 'class-register',
      'attendance-register_id_v2_2022-04-11.csv': 'class-register',
      'attendance-register_id_v3_2022-04-13.csv': 'class-register',
      'jisc_attendance.tsv': 'jisc-attendance',
      'students_de-AT_bom_semicolon.csv': 'class-list',
      'teams-list_de-AT_2020-12-11_utf16le.csv': 'teams-joined-left',
      'teams-report_id_2022-03-16_semicolon.csv': 'teams-list',
      'teams-report_id_2022-04-11_semicolon.csv': 'teams-list',
      'teams-report_id_2022-04-13_semicolon.csv': 'teams-list',
      'zoom_participants_heroes.csv': 'zoom-participants',
      'zoom_participants_heroes_full.csv': 'zoom-participants',
      'zoom_zoom-chat-1.txt': 'zoom-chat',
      'zoom_zoom-chat-2.txt': 'zoom-chat',
    });
  });
});
