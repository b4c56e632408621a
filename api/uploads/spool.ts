import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../problem.ts';

/** Where dropped files lie until they are loaded, and how much of them Kith takes. */
export interface Spool {
  readonly folder: string;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes and files of one upload. */
  readonly uploadBytes: number;
  readonly files: number;
}

export const spoolIn = (folder: string): Spool => ({
  folder,
  fileBytes: 4 * 1024 ** 3,
  uploadBytes: 8 * 1024 ** 3,
  files: 2000,
});

/** Left free on the disk, whatever is dropped. */
const freeBytes = 256 * 1024 ** 2;

export const folderOf = ({ folder }: Spool, uploadId: string): string => path.join(folder, uploadId);

/**
 * Streams one file into the upload's folder, under a name that leads nowhere else. Nothing of it is held in memory, and
 * a file that is too large or cut off leaves nothing behind.
 *
 * @returns the name it got, and its size
 */
export async function receive(
  spool: Spool,
  uploadId: string,
  wanted: string,
  body: Readable,
): Promise<{ name: string; bytes: number }> {
  const folder = folderOf(spool, uploadId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { files, bytes: before } = await sizeOf(folder);
  if (files >= spool.files) throw tooMuch(`An upload takes at most ${spool.files} files.`);
  const { bavail, bsize } = await statfs(folder);
  const room = Math.min(spool.fileBytes, spool.uploadBytes - before, bavail * bsize - freeBytes);
  const name = await freeName(folder, safeName(wanted));
  const target = path.join(folder, name);
  await makeFolder(path.dirname(target), name);
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes > room) done(tooMuch(`"${name}" is larger than Kith can take here.`));
      else done(null, piece);
    },
  });
  try {
    await pipeline(body, counted, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return { name, bytes };
}

/**
 * A relative path of harmless parts: no `..`, no root, no control characters, no hidden file, none too long for a disk.
 *
 *     safeName('../../etc/passwd')  // 'etc/passwd'
 */
export function safeName(wanted: string): string {
  const parts = wanted
    .normalize('NFC')
    .split(/[/\\]/)
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .map((part) => part.replaceAll(/[\u0000-\u001f\u007f:*?"<>|]/g, '_').replace(/^\.+/, ''))
    .filter((part) => part.trim() !== '')
    .slice(-6)
    .map(shortened);
  return parts.length === 0 ? 'file' : parts.join('/');
}

/** At most 200 bytes, with its ending. */
function shortened(part: string): string {
  const { name, ext } = path.parse(part);
  let stem = name;
  while (Buffer.byteLength(stem + ext) > 200 && stem.length > 1) stem = stem.slice(0, -1);
  return Buffer.byteLength(stem + ext) > 200 ? 'file' : stem + ext;
}

/** Two files of one name are both kept. */
async function freeName(folder: string, name: string): Promise<string> {
  const { dir, name: stem, ext } = path.parse(name);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : path.join(dir, `${stem} (${number})${ext}`);
    const taken = await stat(path.join(folder, candidate)).catch(() => undefined);
    if (!taken) return candidate;
  }
}

/** @throws 409 where a file of that name came before the folder did */
async function makeFolder(folder: string, name: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    const detail = `"${name}" would lie in a folder that has the name of a file.`;
    throw new ProblemError(409, 'A name twice', detail, 'Drop the folder by itself, or give the file another name.');
  }
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size),
  );
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const tooMuch = (detail: string): ProblemError =>
  new ProblemError(413, 'Too large', detail, 'Load it on the server: kith ingest auto <file>.');
