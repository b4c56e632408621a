import path from 'node:path';
import { expect, test } from 'vitest';
import { moodleForum } from '@kith/etl/extract/moodle-forum/moodle-forum.ts';
import { head, openInput } from '@kith/etl/formats/source.ts';
import { fixturesFolder } from '../support/connector-fixtures.ts';

const fixture = (variant: string, ext = 'csv') => path.join(fixturesFolder, 'moodle-forum', variant, `input.${ext}`);

async function detected(file: string) {
  const { files } = await openInput([file]);
  return moodleForum.detect({ name: 'export.dat', bytes: await head(files[0]!), siblings: [] });
}

test.each([
  ['csv', 'csv'],
  ['json', 'json'],
  ['older-columns', 'csv'],
])('%s is known by its columns, whatever it is called', async (variant, ext) => {
  expect(await detected(fixture(variant, ext))).toMatchObject({ variant: ext, problems: [] });
});

test('human-readable dates are noticed before anything is loaded', async () => {
  expect((await detected(fixture('human-dates')))?.problems[0]).toContain('"Human-readable dates" unticked');
});

test('what learners wrote leaves no trace, and of a private reply nothing but that it was written', async () => {
  const items = await Array.fromAsync(moodleForum.extract(await openInput([fixture('csv')]), {}));
  expect(JSON.stringify(items)).not.toMatch(/secret words|Welcome|Me too|Just for you/);
  const reply = items.flatMap((item) => ('record' in item && item.record.key === '814' ? [item.record] : []))[0];
  expect(Object.keys(reply ?? {}).toSorted()).toEqual(
    ['author', 'createdAt', 'key', 'kind', 'parent', 'thread', 'type', 'visibility'].toSorted(),
  );
});
