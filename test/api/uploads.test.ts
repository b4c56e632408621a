import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { receive, safeName, type Spool } from '@kith/api/uploads/spool.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a dropped file keeps to its folder', () => {
  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\exports\\posts.csv', 'C_/exports/posts.csv'],
    ['.ssh/authorized_keys', 'ssh/authorized_keys'],
    ['a\0b\n.csv', 'a_b_.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['week 1/Übung.csv', 'week 1/Übung.csv'],
  ])('%j is %j', (wanted, name) => expect(safeName(wanted)).toBe(name));

  test('no part is too long for a disk', () => {
    const name = safeName(`${'ü'.repeat(400)}.csv`);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name.endsWith('.csv')).toBe(true);
  });
});

describe('an upload has its limits', () => {
  let folder: string;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ folder, remove } = await temporaryFolder());
  });
  afterEach(() => remove());

  const spool = (): Spool => ({ folder, fileBytes: 100, uploadBytes: 150, files: 3 });
  const send = (name: string, bytes: number) => receive(spool(), 'one', name, Readable.from([Buffer.alloc(bytes)]));
  const kept = () => readdir(folder, { recursive: true });

  test('a file above it leaves nothing behind', async () => {
    await expect(send('large.csv', 101)).rejects.toMatchObject({ status: 413 });
    expect(await kept()).toEqual(['one']);
  });

  test('so do files that are too many together, or too many', async () => {
    await send('a.csv', 100);
    await expect(send('b.csv', 51)).rejects.toMatchObject({ status: 413 });
    await send('c.csv', 1);
    await send('d.csv', 1);
    await expect(send('e.csv', 1)).rejects.toMatchObject({ status: 413 });
  });

  test('two of one name are both kept', async () => {
    expect(await send('a.csv', 1)).toEqual({ name: 'a.csv', bytes: 1 });
    expect(await send('a.csv', 2)).toEqual({ name: 'a (2).csv', bytes: 2 });
  });

  test('one that is cut off leaves nothing', async () => {
    const cut = Readable.from(
      (function* () {
        yield Buffer.alloc(10);
        throw new Error('gone');
      })(),
    );
    await expect(receive(spool(), 'one', 'a.csv', cut)).rejects.toThrow('gone');
    expect(await kept()).toEqual(['one']);
  });
});
