import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFdPromise } from 'yauzl';
import { chunkBytes, type OnDisk } from './disk.ts';

/**
 * Standard input as a file that can be read more than once: connectors look at a file before they read it. It lies
 * in a temporary file whose name is removed while it is still open, so nothing stays behind, also after a crash.
 */
export async function spooled(input: AsyncIterable<Uint8Array>): Promise<OnDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-stdin-'));
  const handle = await open(join(folder, 'input'), 'wx+', 0o600);
  await rm(folder, { recursive: true });
  let bytes = 0;
  for await (const chunk of input) {
    await handle.write(chunk);
    bytes += chunk.length;
  }
  return {
    name: 'stdin',
    bytes,
    open: () => createReadStream('', { fd: handle, autoClose: false, start: 0, highWaterMark: chunkBytes }),
    openZip: () => fromFdPromise(handle.fd, { autoClose: false }),
  };
}
