import { describe, expect, test } from 'vitest';
import { decode, sniffEncoding } from '@kith/etl/formats/encoding.ts';
import { collect, fileOf, inPieces } from '../support/bytes.ts';

const text = 'Name\tRolle\nJürgen Strauß\tSchüler\n'.repeat(30);
const wide = Buffer.from(text, 'utf16le');
const bigEndian = Buffer.from(wide).swap16();

async function textOf(bytes: Uint8Array, pieces = bytes.length): Promise<string> {
  return (await collect(decode(fileOf(inPieces(bytes, pieces))))).join('');
}

describe('an encoding is told from the bytes', () => {
  test.each([
    ['utf-8', true, Buffer.from('\ufeffa,b')],
    ['utf-8', false, Buffer.from('a,ü')],
    ['utf-16le', true, Buffer.from('\ufeffa,b', 'utf16le')],
    ['utf-16be', true, Buffer.from('\ufeffa,b', 'utf16le').swap16()],
    ['utf-16le', false, wide],
    ['utf-16be', false, bigEndian],
  ] as const)('%s, byte order mark %s', (encoding, bom, bytes) => {
    expect(sniffEncoding(bytes)).toEqual({ encoding, bom, sure: true });
  });

  test('windows-1252 is only a guess', () => {
    expect(sniffEncoding(Buffer.from('J\xfcrgen', 'latin1'))).toEqual({
      encoding: 'windows-1252',
      bom: false,
      sure: false,
    });
  });

  test('a character cut by the end of the head is still UTF-8', () => {
    expect(sniffEncoding(Buffer.from('ü').subarray(0, 1)).encoding).toBe('utf-8');
  });
});

describe('text is decoded', () => {
  test.each([1, 2, 3, 7, 5000])('the same in pieces of %i bytes, without the byte order mark', async (pieces) => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), wide, bigEndian]) {
      expect(await textOf(bytes, pieces)).toBe(text);
    }
  });

  test('windows-1252 is refused with the line, and read when it is asked for', async () => {
    const file = fileOf(Buffer.from('a\nb\nJ\xfcrgen\n', 'latin1'));
    await expect(collect(decode(file))).rejects.toMatchObject({ code: 'WRONG_ENCODING', line: 3, file: 'file.csv' });
    expect((await collect(decode(file, 'windows-1252'))).join('')).toBe('a\nb\nJürgen\n');
  });

  test('a wrong byte after the head names its line, whatever the pieces', async () => {
    const bytes = Buffer.concat([Buffer.from('0123456\n'.repeat(20_000)), Buffer.from([0x41, 0xfc, 0x0a])]);
    for (const pieces of [1000, 65_536, bytes.length]) {
      await expect(textOf(bytes, pieces)).rejects.toMatchObject({ code: 'WRONG_ENCODING', line: 20_001 });
    }
  });

  test('a file that ends inside a character is refused', async () => {
    await expect(textOf(Buffer.from('aü').subarray(0, 2))).rejects.toMatchObject({ code: 'WRONG_ENCODING' });
  });

  test.each([
    ['EMPTY_FILE', Buffer.alloc(0)],
    ['BINARY_FILE', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['BINARY_FILE', Buffer.from('%PDF-1.7\n')],
    ['BINARY_FILE', Buffer.from('PK\x03\x04 a workbook')],
    ['BINARY_FILE', Buffer.from('a,b\n1,\x00\x00\x00\x01\n')],
  ])('%s is refused with a next step', async (code, bytes) => {
    await expect(textOf(bytes)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\w+ .*\./) as string });
  });
});
