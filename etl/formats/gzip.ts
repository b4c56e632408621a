import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFile, type SourceFile } from '../connector.ts';
import { type ArchiveLimits, archiveLimits, isBomb } from './archive-limits.ts';

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** The file inside a .gz (several members, as of a rotated log, are one file). Unpacks while it is read. */
export function gunzipped(file: SourceFile, limits: ArchiveLimits = archiveLimits): SourceFile {
  const name = file.name.replace(/\.gz$/i, '');
  return { name, bytes: undefined, open: () => unpack(file, name, limits) };
}

async function* unpack(file: SourceFile, name: string, limits: ArchiveLimits): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // An error of the source reaches the reader through the unpacker, which pipeline destroys with it.
  pipeline(Readable.from(file.open()), gunzip, () => undefined);
  let unpacked = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      if (isBomb(gunzip.bytesWritten, unpacked, limits)) throw bomb(name);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenArchive(name);
  }
}

export function bomb(name: string): UnreadableFile {
  const message = 'The archive unpacks to far more than an export would; it may be made to fill the disk.';
  return new UnreadableFile('ARCHIVE_BOMB', name, message, 'Unpack it yourself, look at it, and load the files.');
}

export function brokenArchive(name: string): UnreadableFile {
  const hint = 'Download or copy it again; the copy may be incomplete.';
  return new UnreadableFile('BROKEN_ARCHIVE', name, 'The archive is damaged or cut off.', hint);
}
