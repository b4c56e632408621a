import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import { UnreadableFile, type SourceFile } from '../connector.ts';
import type { OpenZip } from './zip.ts';

export const chunkBytes = 256 * 1024;

/** A file that may turn out to be a zip, which is read from its end. */
export interface OnDisk extends SourceFile {
  readonly openZip: OpenZip;
}

/** A file under the name the messages will use. Opened once here, so that missing rights are found before the load. */
export async function fileOnDisk(path: string, name: string): Promise<OnDisk> {
  try {
    const handle = await open(path);
    const { size } = await handle.stat();
    await handle.close();
    return {
      name,
      bytes: size,
      open: () => createReadStream(path, { highWaterMark: chunkBytes }),
      openZip: () => openPromise(path, { autoClose: false }),
    };
  } catch (error) {
    throw unreachable(path, error);
  }
}

export function unreachable(path: string, error: unknown): UnreadableFile {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const hint = 'Check the path for a typing error.';
    return new UnreadableFile('NO_SUCH_FILE', path, 'There is no such file or folder.', hint);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const hint = 'Give the account that runs Kith the right to read it, or copy it to where it has.';
    return new UnreadableFile('NO_READ_RIGHT', path, 'Kith may not read this file or folder.', hint);
  }
  const hint = 'See whether the disk or network drive is there, and try again.';
  return new UnreadableFile('CANNOT_READ', path, `It cannot be read (${code}).`, hint);
}
