import { expect, test } from 'vitest';
import { detect } from '@kith/etl/detect.ts';
import { fileOf } from '../support/bytes.ts';
import { fixtures } from '../support/connector-fixtures.ts';
import { head, openInput } from '@kith/etl/formats/source.ts';

const inputOf = (files: Record<string, string | Uint8Array>) => ({
  path: 'test',
  files: Object.entries(files).map(([name, content]) => fileOf(content, name)),
});

test('a table is known whatever it is called, with its encoding', async () => {
  const text = 'person_id,course_id,role\nana,c,learner\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  for (const [content, encoding] of [
    [text, 'utf-8'],
    [utf16, 'utf-16le'],
  ] as const) {
    expect(await detect(inputOf({ 'export.dat': content }))).toEqual([
      { connector: 'native', variant: 'csv', confidence: 0.9, problems: [], encoding, files: ['export.dat'] },
    ]);
  }
});

test('a column nobody will read is said before the load', async () => {
  const [found] = await detect(inputOf({ 'x.csv': 'person_id,course_id,role,mood\nana,c,learner,fine\n' }));
  expect(found?.problems.join()).toContain('"mood"');
});

test('in a folder the connector that knows most of the files comes first', async () => {
  const found = await detect(
    inputOf({
      'units.csv': 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n',
      'enrolments.csv': 'person_id,course_id,role\nana,c,learner\n',
      'posts.csv': 'post_id,author_id,posted_at\n',
    }),
  );
  expect(found[0]).toMatchObject({ connector: 'native', files: ['units.csv', 'enrolments.csv', 'posts.csv'] });
});

test.each([
  ['empty', ''],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ['prose', 'Dear all,\nthe course begins on Monday.\n'],
  ['a table of something else', 'colour,shape\nred,round\n'],
])('%s is nobody’s', async (_, content) => {
  expect(await detect(inputOf({ 'x.csv': content }))).toEqual([]);
});

test('a file cut anywhere is looked at without an error', async () => {
  for (const { input } of fixtures()) {
    for (const file of (await openInput([input])).files) {
      const bytes = await head(file);
      for (const share of [0.01, 0.3, 0.77, 0.99]) {
        await expect(detect(inputOf({ 'export.dat': bytes.subarray(0, bytes.length * share) }))).resolves.toBeDefined();
      }
    }
  }
});
