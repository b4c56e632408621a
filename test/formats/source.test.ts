import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SourceFile } from '@kith/etl/connector.ts';
import { fileOnDisk } from '@kith/etl/formats/disk.ts';
import { decompressed } from '@kith/etl/formats/compressed.ts';
import { head, openInput } from '@kith/etl/formats/source.ts';
import { spooled } from '@kith/etl/formats/spool.ts';
import { zipFiles } from '@kith/etl/formats/zip.ts';
import { fileOf } from '../support/bytes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kith-source-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

async function textOf(file: SourceFile | undefined): Promise<string> {
  return Buffer.concat(await Array.fromAsync(file!.open())).toString();
}

const contents = async (...paths: string[]) =>
  Promise.all((await openInput(paths)).files.map(async (file) => [file.name, await textOf(file)]));

const bytesOf = (files: Record<string, string>): Zippable =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));

describe('files and folders', () => {
  test('a folder is one batch, sorted, without the litter of operating systems', async () => {
    for (const name of ['b.csv', 'a/z.csv', 'a/.DS_Store', '__MACOSX/b.csv', '._b.csv', 'Thumbs.db']) write(name, name);
    expect(await contents(folder)).toEqual([
      ['a/z.csv', 'a/z.csv'],
      ['b.csv', 'b.csv'],
    ]);
  });

  test('a file can be opened again, and its head alone is read', async () => {
    const { files, path: shown } = await openInput([write('a.csv', 'x'.repeat(100_000))]);
    expect(shown).toContain('a.csv');
    expect((await head(files[0]!)).length).toBe(65_536);
    expect((await head(files[0]!, 10)).length).toBe(10);
    expect((await textOf(files[0])).length).toBe(100_000);
  });

  test('linked folders are not followed: a link to itself would never end', async () => {
    write('a.csv', '1');
    symlinkSync(folder, path.join(folder, 'loop'));
    symlinkSync(path.join(folder, 'a.csv'), path.join(folder, 'b.csv'));
    expect(await contents(folder)).toEqual([
      ['a.csv', '1'],
      ['b.csv', '1'],
    ]);
  });

  test('no such file, an empty folder', async () => {
    await expect(openInput([path.join(folder, 'no.csv')])).rejects.toMatchObject({ code: 'NO_SUCH_FILE' });
    await expect(openInput([folder])).rejects.toMatchObject({ code: 'EMPTY_FOLDER' });
  });

  test('without read rights it says so', () => {
    write('closed/a.csv', '1');
    write('shut.csv', '1');
    chmodSync(path.join(folder, 'closed'), 0);
    chmodSync(path.join(folder, 'shut.csv'), 0);
    chmodSync(folder, 0o755);
    for (const name of ['closed', 'shut.csv']) {
      expect(codeAsNobody(path.join(folder, name))).toBe('NO_READ_RIGHT');
    }
  });
});

/** Root may read everything, so the question is asked by a process that has given up that right. */
function codeAsNobody(target: string): string {
  const source = path.resolve(import.meta.dirname, '../../etl/formats/source.ts');
  const script = `
    const { openInput } = await import(${JSON.stringify(source)});
    if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
    await openInput([${JSON.stringify(target)}]).then(() => console.log('READ'), (error) => console.log(error.code));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim();
}

const gzipMagic = gzipSync('').subarray(0, 4);

describe('gzip', () => {
  test('is known by its bytes, and unpacked whatever its name; members are one file', async () => {
    const packed = Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]);
    expect(await contents(write('log.json.gz', packed), write('export.dat', packed))).toEqual([
      ['log.json', 'a\nb\n'],
      ['export.dat', 'a\nb\n'],
    ]);
  });

  test('a bomb is stopped while it unpacks', async () => {
    const packed = fileOf(gzipSync(Buffer.alloc(40 * 1024 * 1024)), 'bomb.gz');
    const limits = { entries: 1, bytes: 2 ** 40, ratio: 200, freeBytes: 1024 * 1024 };
    let unpacked = 0;
    const reading = (async () => {
      for await (const chunk of decompressed(packed, gzipMagic, limits).open()) unpacked += chunk.length;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' });
    expect(unpacked).toBeLessThan(8 * 1024 * 1024);
    await expect(textOf(decompressed(packed, gzipMagic, { ...limits, ratio: 5000, bytes: 1e6 }))).rejects.toMatchObject(
      {
        code: 'ARCHIVE_BOMB',
      },
    );
  });

  test('cut off', async () => {
    const [file] = (await openInput([write('cut.gz', gzipSync('x'.repeat(1000)).subarray(0, 20))])).files;
    await expect(textOf(file)).rejects.toMatchObject({ code: 'BROKEN_ARCHIVE' });
  });
});

describe('zip', () => {
  test('is taken apart, junk left out, a gz inside unpacked', async () => {
    const packed = zipSync({
      ...bytesOf({ 'out/b.csv': 'b', '__MACOSX/out/._b.csv': 'junk', 'out/.DS_Store': 'junk' }),
      'out/a.csv.gz': gzipSync('a'),
      'out/empty/': new Uint8Array(),
    });
    expect(await contents(write('export.dat', packed))).toEqual([
      ['out/a.csv', 'a'],
      ['out/b.csv', 'b'],
    ]);
  });

  test('an Office workbook stays one file', async () => {
    const file = write('book.xlsx', zipSync(bytesOf({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '<x/>' })));
    expect((await openInput([file])).files.map(({ name }) => name)).toEqual(['book.xlsx']);
  });

  test.each(['../out.csv', '/etc/x.csv', 'a/../../x.csv', 'C:/x.csv', '..\\x.csv'])(
    'path %s is refused',
    async (name) => {
      const file = write('slip.zip', zipSync(bytesOf({ 'a.csv': '1', [name]: '2' })));
      await expect(openInput([file])).rejects.toMatchObject({ code: 'HOSTILE_ARCHIVE' });
    },
  );

  test('a link is refused', async () => {
    const link = Buffer.from('/etc/passwd');
    const file = write('link.zip', zipSync({ 'a.csv': [link, { os: 3, attrs: 0o120777 * 65536 }] }));
    await expect(openInput([file])).rejects.toMatchObject({ code: 'HOSTILE_ARCHIVE' });
  });

  test('a bomb is refused before it is unpacked: by ratio, by size, by number of files', async () => {
    const file = write('bomb.zip', zipSync({ 'a.csv': new Uint8Array(60 * 1024 * 1024) }, { level: 9 }));
    await expect(openInput([file])).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' });
    const small = write('small.zip', zipSync(bytesOf({ a: 'x'.repeat(600), b: 'y'.repeat(600) }), { level: 0 }));
    const limits = { entries: 10, bytes: 5000, ratio: 200, freeBytes: 1e6 };
    const { openZip: open } = await fileOnDisk(small, 'small.zip');
    await expect(zipFiles('small.zip', open, limits)).resolves.toHaveLength(2);
    await expect(zipFiles('small.zip', open, { ...limits, bytes: 1000 })).rejects.toMatchObject({
      code: 'ARCHIVE_BOMB',
    });
    await expect(zipFiles('small.zip', open, { ...limits, entries: 1 })).rejects.toMatchObject({
      code: 'ARCHIVE_BOMB',
    });
  });

  test('a size that lies is found while reading', async () => {
    const packed = Buffer.from(zipSync({ 'a.csv': new Uint8Array(100_000) }));
    const directory = packed.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    packed.writeUInt32LE(50, directory + 24);
    await expect(contents(write('liar.zip', packed))).rejects.toMatchObject({ code: 'BROKEN_ARCHIVE' });
  });

  test('damaged, or with a password', async () => {
    const packed = Buffer.from(zipSync(bytesOf({ 'a.csv': 'x'.repeat(1000) })));
    const cut = write('cut.zip', packed.subarray(0, -30));
    await expect(openInput([cut])).rejects.toMatchObject({ code: 'BROKEN_ARCHIVE' });
    const directory = packed.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    packed.writeUInt16LE(packed.readUInt16LE(directory + 8) | 1, directory + 8);
    await expect(openInput([write('locked.zip', packed)])).rejects.toMatchObject({ code: 'ENCRYPTED_ARCHIVE' });
  });
});

describe('standard input', () => {
  test('can be read twice and leaves no file behind', async () => {
    const file = await spooled(Readable.from([Buffer.from('a\n'), Buffer.from('b\n')]));
    expect((await head(file, 1)).length).toBe(1);
    expect([await textOf(file), await textOf(file), file.bytes]).toEqual(['a\nb\n', 'a\nb\n', 4]);
  });

  test('may be a zip', async () => {
    const file = await spooled(Readable.from([Buffer.from(zipSync(bytesOf({ 'a.csv': '1' })))]));
    const files = await zipFiles('stdin', file.openZip);
    expect([await textOf(files?.[0]), await textOf(files?.[0])]).toEqual(['1', '1']);
  });
});
