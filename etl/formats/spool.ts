import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl';
import { chunkBytes, type OnDisk } from './disk.ts';

/** Handles stay open to the end of the process: a handle that is collected would be closed with a warning. */
const spools = new Set<FileHandle>();

/**
 * Standard input as a file that can be read more than once: connectors look at a file before they read it. It lies
 * in a temporary file whose name is removed while it is still open, so nothing stays behind, also after a crash.
 */
export async function spooled(input: AsyncIterable<Uint8Array>): Promise<OnDisk & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kith-stdin-'));
  const handle = await open(path.join(folder, 'input'), 'wx+', 0o600);
  spools.add(handle);
  await rm(folder, { recursive: true });
  await pipeline(input, createWriteStream('', { fd: handle.fd, autoClose: false }));
  const { size } = await handle.stat();
  return {
    name: 'stdin',
    bytes: size,
    open: () => range(handle, 0, size),
    async close() {
      spools.delete(handle);
      await handle.close();
    },
    openZip: () => fromRandomAccessReaderPromise(new SpoolReader(handle), size, { autoClose: false }),
  };
}

/** A file stream closes its descriptor when its reader stops early; this leaves it open for the next reading. */
async function* range(handle: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(chunkBytes, end - at)), { position: at });
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

class SpoolReader extends RandomAccessReader {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle) {
    super();
    this.#handle = handle;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(range(this.#handle, start, end));
  }
}
