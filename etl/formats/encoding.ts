import { TextDecoder } from 'node:util';
import type { SourceFile } from '../connector.ts';
import { UnreadableFile } from '../connector.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Sniffed {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** False for windows-1252: any bytes are "valid" there, so it is a guess and never read without being asked for. */
  readonly sure: boolean;
}

/** Bytes looked at before anything is decided. */
export const headBytes = 64 * 1024;

/** Byte order mark, then the NUL pattern of UTF-16, then strict UTF-8, else the legacy guess. */
export function sniffEncoding(head: Uint8Array): Sniffed {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true, sure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true, sure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true, sure: true };
  const wide = wideWithoutMark(head);
  if (wide) return { encoding: wide, bom: false, sure: true };
  return isUtf8(head)
    ? { encoding: 'utf-8', bom: false, sure: true }
    : { encoding: 'windows-1252', bom: false, sure: false };
}

/**
 * The text of a file, chunk by chunk, without its byte order mark. The first chunk holds the first 64 KiB or the
 * whole file. Nothing is replaced or guessed: bytes that do not fit the encoding end the file with WRONG_ENCODING.
 */
export async function* decode(file: SourceFile, encoding?: Encoding): AsyncGenerator<string> {
  const chunks = file.open()[Symbol.asyncIterator]();
  try {
    const head = await firstBytes(chunks, headBytes);
    refuseNoText(file, head);
    const decoder = new TextDecoder(encoding ?? trusted(file, head), { fatal: true });
    let line = 1;
    for (let bytes = head; ;) {
      const text = decodeChunk(decoder, bytes, file, line);
      if (text !== '') yield text;
      line += countLineEnds(text);
      const next = await chunks.next();
      if (next.done === true) break;
      bytes = next.value;
    }
    const rest = decodeChunk(decoder, undefined, file, line);
    if (rest !== '') yield rest;
  } finally {
    await chunks.return?.();
  }
}

/** At least `count` bytes from the front of a stream, or all there are. Leaves the iterator where it stopped. */
export async function firstBytes(chunks: AsyncIterator<Uint8Array>, count: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let size = 0; size < count;) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** The reason a head is no text at all, or undefined. */
export function binaryKind(head: Uint8Array): string | undefined {
  const known = magicNumbers.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
  if (known) return known.kind;
  return sniffEncoding(head).encoding.startsWith('utf-16') || !head.includes(0) ? undefined : 'a binary file';
}

/** Fails an empty file and one that is no text, before anything looks for rows in it. */
export function refuseNoText(file: Pick<SourceFile, 'name'>, head: Uint8Array): void {
  if (head.length === 0) {
    throw new UnreadableFile('EMPTY_FILE', file.name, 'The file is empty.', 'Export it again; nothing was changed.');
  }
  const kind = binaryKind(head);
  if (kind === undefined) return;
  const hint = 'Export it as text (CSV UTF-8, TSV or JSON), or unpack it first, and load that.';
  throw new UnreadableFile('BINARY_FILE', file.name, `This is ${kind}, not text.`, hint);
}

/** The text of a head as far as it can be told, only to look at: nothing is refused, the last character may be cut. */
export function headText(head: Uint8Array): string {
  return new TextDecoder(sniffEncoding(head).encoding).decode(head);
}

const magicNumbers = [
  { kind: 'a zip archive or an Office workbook (.xlsx, .docx)', magic: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'an old Excel workbook (.xls)', magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'a PDF document', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'a PNG picture', magic: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'a JPEG picture', magic: [0xff, 0xd8, 0xff] },
  { kind: 'a gzip archive', magic: [0x1f, 0x8b, 0x08] },
  { kind: 'a zstd archive', magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { kind: 'an SQLite database', magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { kind: 'a Parquet file', magic: [0x50, 0x41, 0x52, 0x31] },
] as const;

function trusted(file: SourceFile, head: Uint8Array): Encoding {
  const { encoding, sure } = sniffEncoding(head);
  if (sure) return encoding;
  throw wrongEncoding(file, 'utf-8', head, 1);
}

/** ASCII in UTF-16 has a NUL in every second byte; a binary file has them on both sides. */
function wideWithoutMark(head: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(head.length, 4096) / 2);
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) even++;
    if (head[pair * 2 + 1] === 0) odd++;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.02 ? 'utf-16be' : undefined;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // stream: a character cut by the end of the head is not an error
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function decodeChunk(decoder: TextDecoder, bytes: Uint8Array | undefined, file: SourceFile, line: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw wrongEncoding(file, decoder.encoding, bytes ?? new Uint8Array(), line);
  }
}

/** Bytes are cut anywhere, so the first bad one is looked for line by line; only on the way to an error. */
function wrongEncoding(file: SourceFile, encoding: string, bytes: Uint8Array, firstLine: number): UnreadableFile {
  const width = encoding === 'utf-8' ? 1 : 2;
  let line = firstLine;
  const strict = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += width) {
      line += countLineEnds(strict.decode(bytes.subarray(at, at + width), { stream: true }));
    }
  } catch {
    // this is the line
  }
  const message = `Line ${line} holds bytes that are not ${encoding.toUpperCase()}.`;
  const hint = 'Save the file as "CSV UTF-8" (or, in a text editor, with encoding UTF-8) and load it again.';
  return new UnreadableFile('WRONG_ENCODING', file.name, message, hint, line);
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
