import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { native } from '@kith/etl/extract/native/native.ts';
import { recognise, tables } from '@kith/etl/extract/native/tables.ts';
import { codesIn, extract, recordsIn } from '../support/extraction.ts';

const persons = 'person_id,display_name\nana,Ana\n';

describe('a file is known by its columns, not by its name', () => {
  test.each(tables.map((table) => [table.file, table] as const))('%s, all columns or the required ones', (_, table) => {
    for (const header of [[...table.required, ...table.optional], table.required]) {
      const given = header.length > 1 ? 'export.dat' : table.file;
      expect(recognise(header, given)).toMatchObject({ table, unknown: [] });
      expect(recognise(header.toReversed(), given)?.table).toBe(table);
    }
  });

  test('in any case and with spaces, and OneRoster names in units and terms', () => {
    expect(recognise(['Post ID', 'AUTHOR-ID', 'Posted at'], 'x')?.table.file).toBe('posts.csv');
    expect(recognise(['sourcedId', 'name', 'type', 'parentSourcedId'], 'x')?.table.file).toBe('units.csv');
    expect(recognise(['sourcedId', 'title', 'type', 'startDate', 'endDate'], 'x')?.table.file).toBe('terms.csv');
  });

  test('a template by name that lacks a column says which', async () => {
    await expect(extract(native, { 'posts.csv': 'post_id,body\n1,x\n' })).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
      message: expect.stringContaining('author_id') as string,
      hint: expect.stringContaining('"body"') as string,
    });
  });

  test.each([
    ['UNKNOWN_TABLE', { 'list.csv': 'colour,shape\nred,round\n' }],
    ['UNKNOWN_TABLE', { 'persons.csv': persons, 'list.csv': 'colour,shape\nred,round\n' }],
    ['EMPTY_FILE', { 'persons.csv': '' }],
    ['BINARY_FILE', { 'persons.csv': Buffer.from('\x89PNG\r\n', 'latin1') }],
    ['WRONG_ENCODING', { 'persons.csv': Buffer.from('person_id,display_name\nj,J\xfcrgen\n', 'latin1') }],
  ])('%s fails the batch', async (code, files) => {
    await expect(extract(native, files)).rejects.toMatchObject({ code });
  });
});

describe('times', () => {
  const enrolment = (from: string) => `person_id,course_id,role,from\nana,c,learner,${from}\n`;
  const courses = 'course_id,title,timezone\nc,Course,America/Lima\nd,Other,Europe/Vienna\n';
  const fromOf = async (from: string, files = {}, timezone?: string) => {
    const items = await extract(native, { ...files, 'enrolments.csv': enrolment(from) }, { timezone });
    const record = recordsIn(items).find(({ type }) => type === 'enrolment');
    return record?.type === 'enrolment' ? record.from : codesIn(items)[0];
  };

  test('with an offset, as it is', async () => {
    expect(await fromOf('2026-03-02T10:00:00.123456+01:00')).toBe('2026-03-02T10:00:00.123456+01:00');
  });

  test('without one, only where a zone was named, and never inside a change of the clocks', async () => {
    expect(await fromOf('2026-03-02T10:00:00')).toBe('NO_ZONE');
    expect(await fromOf('2026-03-02T10:00:00', {}, 'Europe/Vienna')).toBe('2026-03-02T09:00:00Z');
    expect(await fromOf('2026-03-29T02:30:00', {}, 'Europe/Vienna')).toBe('DST_GAP');
    expect(await fromOf('2026-10-25T02:30:00', {}, 'Europe/Vienna')).toBe('DST_GAP');
    expect(await fromOf('2026-02-30T10:00:00Z')).toBe('BAD_DATE');
  });

  test('a day begins in the zone of its course, else of the load', async () => {
    expect(await fromOf('2026-03-02', { 'courses.csv': courses }, 'Asia/Tokyo')).toBe('2026-03-02T05:00:00Z');
    expect(await fromOf('2026-03-02', {}, 'Asia/Tokyo')).toBe('2026-03-01T15:00:00Z');
    expect(await fromOf('2026-03-02')).toBe('2026-03-02T00:00:00Z');
  });
});

test('a moment makes the same key with every offset', async () => {
  const row = (at: string) => `person_id,purpose,granted,at\nana,analytics,no,${at}\n`;
  const keys = await Promise.all(
    ['2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'].map(
      async (at) => recordsIn(await extract(native, { 'consents.csv': row(at) }))[0]?.key,
    ),
  );
  expect(new Set(keys)).toEqual(new Set(['ana||analytics|2026-03-02T09:00:00Z']));
});

test('ids that hold the separator do not run into each other', async () => {
  const file = 'observer_id,learner_id,kind\na|b,c,parent\na,b|c,parent\n';
  const [first, second] = recordsIn(await extract(native, { 'relations.csv': file }));
  expect(first?.key).not.toBe(second?.key);
});

test('bodies are measured, and kept only where they are switched on', async () => {
  const file = 'post_id,author_id,posted_at,body\np,ana,2026-03-02T09:00:00Z,Who is in?\n';
  const json =
    '{"type":"post","key":"p","thread":"p","author":"a","createdAt":"2026-03-02T09:00:00Z","body":"Who is in?"}';
  for (const files of [{ 'posts.csv': file }, { 'posts.ndjson': json }]) {
    const [without] = recordsIn(await extract(native, files));
    expect(without).toMatchObject({ words: 3, chars: 10, hasQuestion: true });
    expect(without).not.toHaveProperty('body', 'Who is in?');
    expect(recordsIn(await extract(native, files, { keepBodies: true }))[0]).toMatchObject({ body: 'Who is in?' });
  }
});

test('a survey response is whole wherever its rows stand, in one file or two', async () => {
  const header = 'response_id,survey_id,item_id,value_num,answered_at\n';
  const answers = fc.uniqueArray(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 6 })), { selector: String, minLength: 1 });
  await fc.assert(
    fc.asyncProperty(answers, fc.nat({ max: 10 }), async (pairs, cut) => {
      const rows = pairs.map(([response, item]) => `r${response},pulse,i${item},${item},2026-03-02T09:00:00Z\n`);
      const files = {
        'a/survey_responses.csv': header + rows.slice(0, cut).join(''),
        'b/survey_responses.csv': header + rows.slice(cut).join(''),
      };
      const items = await extract(native, files);
      const read = recordsIn(items).flatMap((record) =>
        record.type === 'survey_response' ? record.items.map(({ item }) => `${record.key}|${item}`) : [],
      );
      expect(read.toSorted()).toEqual(pairs.map(([response, item]) => `r${response}|i${item}`).toSorted());
      expect(recordsIn(items)).toHaveLength(new Set(pairs.map(([response]) => response)).size);
      const further = items.reduce((sum, item) => sum + ('skipped' in item ? (item.skipped.count ?? 1) : 0), 0);
      expect(recordsIn(items).length + further).toBe(pairs.length);
    }),
    { numRuns: 100 },
  );
});
