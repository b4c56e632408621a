import { pipeline, Readable, type Transform } from 'node:stream';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import { UnreadableFile, type SourceFile } from '../connector.ts';
import { type ArchiveLimits, archiveLimits, isBomb } from './archive-limits.ts';

interface Packing {
  readonly magic: readonly number[];
  readonly ending: RegExp;
  unpacker(): Transform & { readonly bytesWritten: number };
}

const chunkSize = 256 * 1024;
/** Reddit's dumps need a window of 2 GiB (`zstd --long=31`), beyond what is unpacked without being asked. */
const longestWindow = { [constants.ZSTD_d_windowLogMax]: 31 };

const packings: readonly Packing[] = [
  { magic: [0x1f, 0x8b, 8], ending: /\.gz$/i, unpacker: () => createGunzip({ chunkSize }) },
  {
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    ending: /\.zst$/i,
    unpacker: () => createZstdDecompress({ chunkSize, params: longestWindow }),
  },
];

/**
 * The file inside a .gz or .zst, known by its first bytes (several members, as of a rotated log, are one file). Unpacks
 * while it is read. A file that is not packed is given back as it is.
 */
export function decompressed(file: SourceFile, head: Uint8Array, limits: ArchiveLimits = archiveLimits): SourceFile {
  const packing = packings.find(({ magic }) => magic.every((byte, at) => head[at] === byte));
  if (!packing) return file;
  const name = file.name.replace(packing.ending, '');
  return { name, bytes: undefined, open: () => unpack(file, name, packing, limits) };
}

async function* unpack(
  file: SourceFile,
  name: string,
  packing: Packing,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array> {
  const unpacker = packing.unpacker();
  // An error of the source reaches the reader through the unpacker, which pipeline destroys with it.
  pipeline(Readable.from(file.open()), unpacker, () => undefined);
  let unpacked = 0;
  try {
    for await (const chunk of unpacker as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      if (isBomb(unpacker.bytesWritten, unpacked, limits)) throw bomb(name);
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
