import { mkdir, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { preview } from '@kith/etl/detect/look.ts';
import { takeApart } from '@kith/etl/detect/parcels.ts';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures/connectors');
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
});
afterAll(() => remove());

const fixture = async (...parts: string[]) => {
  const place = path.join(fixtures, ...parts);
  const name = (await readdir(place)).find((each) => each.startsWith('input'))!;
  return path.join(place, name);
};

test('a heap of nameless files and archives goes to its connectors; what is nobody’s says why', async () => {
  const heap = path.join(folder, 'heap');
  await mkdir(heap);
  const moodle = await fixture('moodle-forum', 'csv');
  const xapi = await fixture('xapi', (await readdir(path.join(fixtures, 'xapi')))[0]!);
  await copyFile(moodle, path.join(heap, 'export.dat'));
  await writeFile(path.join(heap, 'nothing'), '');
  await writeFile(path.join(heap, 'letter.txt'), 'Dear all, see you on Monday.');
  await writeFile(path.join(heap, 'broken.zip'), Buffer.from('PK\u0003\u0004 and then nothing'));
  await writeFile(
    path.join(heap, 'all.zip'),
    zipSync({
      'one.bin': await readFile(moodle),
      '__MACOSX/._one.bin': new Uint8Array(3),
      'two.bin': await readFile(xapi),
    }),
  );
  const { parcels, leftOver } = await takeApart([heap]);
  expect(parcels.map(({ id, input }) => [id, input.files.map(({ name }) => name)])).toEqual([
    ['all.zip: moodle-forum', ['one.bin']],
    ['all.zip: xapi', ['two.bin']],
    ['moodle-forum', ['export.dat']],
  ]);
  expect(parcels[0]).toMatchObject({ encoding: 'utf-8', confidence: 0.97 });
  expect(Object.fromEntries(leftOver.map(({ file, code }) => [file, code]))).toEqual({
    'broken.zip': 'BROKEN_ARCHIVE',
    nothing: 'EMPTY_FILE',
    'letter.txt': 'NOT_RECOGNISED',
  });
});

test('a look says what would come of it, what would be refused, and that a course is missing', async () => {
  const { parcels } = await takeApart([await fixture('moodle-forum', 'csv')]);
  const [parcel] = parcels;
  const seen = await preview(parcel!.connector, parcel!.input, { timezone: 'UTC' });
  expect(seen).toMatchObject({ complete: true, troubles: [], from: '2026-01-01', people: 4 });
  expect(seen.records.post).toBe(6);
  expect(seen.withoutCourse).toBeGreaterThan(0);
  expect(seen.refused.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  const placed = await preview(parcel!.connector, parcel!.input, { timezone: 'UTC', course: 'ENV101' });
  expect(placed).toMatchObject({ withoutCourse: 0, courses: ['ENV101'] });
});
