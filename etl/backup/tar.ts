import type { FileHandle } from 'node:fs/promises';

/** A file in a tar archive: its bytes are those from `at` on. */
export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly at: number;
}

const block = 512;
const padded = (bytes: number): number => Math.ceil(bytes / block) * block;

/** The header of one file (POSIX ustar). Sizes above 8 GiB are written in base 256, as GNU tar reads them. */
export function tarHeader(name: string, bytes: number): Buffer {
  const header = Buffer.alloc(block);
  if (Buffer.byteLength(name) > 99) throw new Error(`"${name}" is too long a name for the archive.`);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  if (bytes < 0o77777777777) header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124);
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(bytes), 128);
  }
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Zeros after a file of so many bytes. */
export const tarPadding = (bytes: number): Buffer => Buffer.alloc(padded(bytes) - bytes);

/** Two empty blocks: the end. */
export const tarEnd = Buffer.alloc(2 * block);

/** Every file of an archive. Throws where it is none, or was cut off. */
export async function readTar(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const entries: Entry[] = [];
  const header = Buffer.alloc(block);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(header, 0, block, at);
    if (bytesRead < block) throw new CutOff();
    if (header.every((byte) => byte === 0)) return entries;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new NoArchive();
    const name = header.toString('utf8', 0, header.indexOf(0));
    const bytes =
      header[124] === 0x80
        ? Number(header.readBigUInt64BE(128))
        : Number.parseInt(header.toString('latin1', 124, 135), 8);
    entries.push({ name, bytes, at: at + block });
    at += block + padded(bytes);
    if (!Number.isSafeInteger(at) || at > size) throw new CutOff();
  }
}

/** The file is no backup at all. */
export class NoArchive extends Error {
  readonly hint = 'A backup is what "kith backup <file>" wrote.';

  constructor() {
    super('This file is no backup of Kith.');
    this.name = 'NoArchive';
  }
}

/** The file ends before its end. */
export class CutOff extends Error {
  readonly hint = 'Take another copy of it, or an older backup.';

  constructor() {
    super('The backup is cut off or damaged: it ends before its end. Nothing was restored.');
    this.name = 'CutOff';
  }
}
